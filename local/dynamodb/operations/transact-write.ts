import { AwsError } from '../../contracts.ts';
import { Bill, readUnits } from '../capacity.ts';
import { grant } from '../engine.ts';
import type { Engine, Input, Operation } from '../engine.ts';
import { validationError } from '../errors.ts';
import { itemSize } from '../item-size.ts';
import { requestHash } from '../request-tokens.ts';
import { checkAgainstTable, checkCondition, keyOf, perform, prepareWrite } from './item-writes.ts';
import type { PreparedWrite } from './item-writes.ts';
import { checkTogether, checkTransactItems } from './transaction-items.ts';

/** A condition check is a delete that stops before it deletes: the same key, the same condition. */
const kinds = {
  Put: { operation: 'putItem', action: 'PutItem', required: 'Item' },
  Update: { operation: 'updateItem', action: 'UpdateItem', required: 'UpdateExpression' },
  Delete: { operation: 'deleteItem', action: 'DeleteItem', required: 'Key' },
  ConditionCheck: { operation: 'deleteItem', action: 'ConditionCheckItem', required: 'ConditionExpression' },
} as const;

type Kind = keyof typeof kinds;

interface Step {
  readonly kind: Kind;
  readonly write: PreparedWrite;
}

interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: unknown;
}

/** All or nothing, as one SQLite transaction; a token makes the repeat of a request harmless for ten minutes. */
export const transactWriteItems: Operation = (engine, input, allow) => {
  const items = checkTransactItems<Kind>(input, Object.keys(kinds) as Kind[]);
  const token = tokenOf(input);
  const hash = requestHash(items);
  const steps = items.map(({ kind, request }, index) => prepareStep(engine, kind, request, index));
  allow(
    ...steps.map(({ kind, write }) => grant(engine, kinds[kind].action, write.data.TableName, [keyOf(write.data)])),
  );
  checkTogether(
    steps.map(({ write }) => ({ table: engine.tables.get(write.data.TableName), item: keyOf(write.data) })),
  );

  const bill = new Bill(input['ReturnConsumedCapacity'], 2);
  const { result: repeated, writes } = engine.write(() => {
    if (token !== undefined && engine.tokens.seen(token, hash)) return true;
    const reasons = steps.map((step) => attempt(engine, step));
    if (reasons.some(({ Code }) => Code !== 'None')) throw cancelled(reasons);
    if (token !== undefined) engine.tokens.keep(token, hash);
    return false;
  });
  if (bill.wanted) {
    bill.addWrites(writes);
    // A repeated request only reads what it finds done; a condition check is billed as the write it guards.
    for (const { kind, write } of steps)
      if (repeated || kind === 'ConditionCheck') addItem(engine, bill, write, repeated);
  }
  return bill.wanted ? { ConsumedCapacity: bill.entries(engine.tables.find, repeated ? 'Read' : 'Write') } : {};
};

function prepareStep(engine: Engine, kind: Kind, request: Input, index: number): Step {
  const { operation, required } = kinds[kind];
  if (request[required] === undefined) {
    const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
    throw validationError(
      `1 validation error detected: Value null at 'transactItems.${index + 1}.member.${lower(kind)}.` +
        `${lower(required)}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return { kind, write: prepareWrite(engine, operation, request) };
}

function attempt(engine: Engine, { kind, write }: Step): CancellationReason {
  try {
    if (kind === 'ConditionCheck') {
      const table = engine.tables.get(write.data.TableName);
      checkAgainstTable(write, table);
      checkCondition(engine, write, table);
    } else perform(engine, write);
    return { Code: 'None' };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    const code = error.name === 'ConditionalCheckFailedException' ? 'ConditionalCheckFailed' : 'ValidationError';
    return { Code: code, Message: error.message, ...error.extra };
  }
}

function cancelled(reasons: readonly CancellationReason[]): AwsError {
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new AwsError('TransactionCanceledException', message, 400, { CancellationReasons: reasons });
}

function addItem(engine: Engine, bill: Bill, { data }: PreparedWrite, asRead: boolean): void {
  const table = engine.tables.get(data.TableName);
  const bytes = itemSize(engine.store.find(table, keyOf(data)) ?? {});
  const units = asRead ? readUnits(bytes, true) : Math.max(1, Math.ceil(bytes / 1024));
  bill.add(data.TableName, { table: units, indexes: new Map() });
}

function tokenOf(input: Input): string | undefined {
  const token = input['ClientRequestToken'];
  if (token === undefined) return undefined;
  if (typeof token === 'string' && token.length >= 1 && token.length <= 36) return token;
  throw validationError(
    `1 validation error detected: Value '${String(token)}' at 'clientRequestToken' failed to satisfy constraint: ` +
      'Member must have length less than or equal to 36',
  );
}
