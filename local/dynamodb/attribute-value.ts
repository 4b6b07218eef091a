/** A value as the wire carries it: exactly one of the members is set, binary is base64. */
export interface AttributeValue {
  S?: string;
  N?: string;
  B?: string;
  BOOL?: boolean;
  NULL?: boolean;
  SS?: string[];
  NS?: string[];
  BS?: string[];
  L?: AttributeValue[];
  M?: Item;
}

export type Item = Record<string, AttributeValue>;

/** The three kinds of set: in them order means nothing. */
const setTypes = ['SS', 'NS', 'BS'] as const;

/** Equal as DynamoDB compares: lists in order, sets in any, maps by key. Numbers are expected in canonical form. */
export function sameValue(left: AttributeValue | undefined, right: AttributeValue | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (left.L && right.L) {
    const other = right.L;
    return left.L.length === other.length && left.L.every((member, index) => sameValue(member, other[index]));
  }
  if (left.M && right.M) return sameItem(left.M, right.M);
  for (const type of setTypes) {
    const members = left[type];
    const others = right[type];
    if (members && others) return members.length === others.length && members.every((one) => others.includes(one));
  }
  const [type] = Object.keys(left) as (keyof AttributeValue)[];
  return type !== undefined && type in right && left[type] === right[type];
}

export function sameItem(left: Item, right: Item): boolean {
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => sameValue(left[name], right[name]));
}
