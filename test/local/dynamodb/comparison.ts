import type { Request } from './random-operations.ts';

/** An answer or an error, as plain values. */
export type Answer = Record<string, unknown>;

/**
 * Brings an answer into the form in which both must agree. What is evened out, and why:
 * - the order of attributes and of the members of a set: it means nothing;
 * - the order of items of a scan, a batch, and within one sort key of an index: DynamoDB promises none;
 * - numbers: DynamoDB trims zeros ("-2.50" is "-2.5"), DynamoDB Local keeps them;
 * - ConsumedCapacity that nobody asked for: DynamoDB Local sends it with a DeleteItem that found nothing;
 * - a full stop at the end of a cancellation reason: DynamoDB Local is of two minds about it;
 * - the order of names in a message about attributes that an index does not project;
 * - an update of a path in a map that is not there, with a value from the same map: both of its faults are true.
 */
export function normal(answer: Answer, request: Request): Answer {
  const plain = ordered(answer) as Answer;
  delete plain['$metadata'];
  if (request.input['ReturnConsumedCapacity'] === undefined) delete plain['ConsumedCapacity'];
  if (request.command === 'Scan' || request.input['IndexName'] !== undefined) sortItems(plain['Items']);
  sortItems((plain['Responses'] as Answer | undefined)?.['core']);
  if (typeof plain['message'] === 'string') plain['message'] = normalMessage(plain['message']);
  return plain;
}

/**
 * Differences in which we follow the documentation and DynamoDB Local does not:
 * - an update that cannot be applied inside a transaction: the documentation lists its message among the cancellation
 *   reasons (ValidationError); DynamoDB Local refuses the request with the bare message;
 * - the other reasons beside a ValidationError: DynamoDB has one for each item, DynamoDB Local stops at the first;
 * - an update of a key attribute: refused whatever the condition says; DynamoDB Local asks the condition first.
 */
export function agrees(theirs: Answer, ours: Answer, request: Request): boolean {
  if (JSON.stringify(theirs) === JSON.stringify(ours)) return true;
  const invalid = reasonsOf(ours).filter((reason) => reason['Code'] === 'ValidationError');
  if (invalid.length > 0) {
    if (theirs['error'] === 'ValidationException') {
      return invalid.some((reason) => reason['Message'] === theirs['message']);
    }
    const codes = reasonsOf(theirs).map((reason) => reason['Code']);
    return codes.includes('ValidationError') || updatesKey(request);
  }
  const refusedForTheKey = String(ours['message']).includes('This attribute is part of the key');
  return refusedForTheKey && theirs['error'] === 'ConditionalCheckFailedException';
}

/** Attributes in one order, sets in one order, numbers in one form. */
export const plainValues = (value: unknown) => ordered(value) as Answer;

const reasonsOf = (answer: Answer) => (answer['reasons'] ?? []) as Answer[];

const updatesKey = (request: Request) => JSON.stringify(request.input).includes('SET pk = :p');

const byText = (left: unknown, right: unknown) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1);

function sortItems(items: unknown): void {
  if (Array.isArray(items)) items.sort(byText);
}

function normalMessage(message: string): string {
  if (message === 'The provided expression refers to an attribute that does not exist in the item') return noPath;
  if (!message.includes('does not project')) return message.replace(/\.$/, '');
  return message.replace(/\[.*\]$/, (list) => `[${list.slice(1, -1).split(', ').sort().join(', ')}]`);
}

const noPath = 'The document path provided in the update expression is invalid for update';

function ordered(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.sort(byText).map(([name, member]) => [name, orderedMember(name, member)]));
}

function orderedMember(name: string, member: unknown): unknown {
  if (name === 'N' && typeof member === 'string') return String(Number(member));
  if (name === 'NS' && Array.isArray(member)) return member.map((one) => String(Number(one))).sort();
  if (name === 'Message' && typeof member === 'string') return normalMessage(member);
  if (name === 'SS' && Array.isArray(member)) return [...member].sort();
  return ordered(member);
}
