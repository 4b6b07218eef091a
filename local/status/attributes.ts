/** DynamoDB's attribute values as they travel. */
export type AttributeMap = Readonly<Record<string, Attribute>>;
interface Attribute {
  readonly S?: string;
  readonly N?: string;
  readonly B?: string;
  readonly BOOL?: boolean;
  readonly NULL?: true;
  readonly L?: readonly Attribute[];
  readonly M?: AttributeMap;
  readonly SS?: readonly string[];
  readonly NS?: readonly string[];
  readonly BS?: readonly string[];
}

/** A value as JSON that people read; numbers beyond what JSON holds exactly stay text. */
export function plain({ S, N, B, BOOL, L, M, SS, NS, BS }: Attribute): unknown {
  if (N !== undefined) return String(Number(N)) === N ? Number(N) : N;
  if (L !== undefined) return L.map(plain);
  if (M !== undefined) return Object.fromEntries(Object.entries(M).map(([name, value]) => [name, plain(value)]));
  return S ?? BOOL ?? B ?? SS ?? NS ?? BS ?? null;
}
