/** What a caller needs for an operation. */
export interface NeededGrant {
  readonly action: string;
  readonly resource: string;
}
type Input = Record<string, unknown>;

const transactional: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
};

/** The grants that IAM asks for: of a transaction each item's own, of a query the index's. */
export function grantsNeeded(operation: string, input: Input, tablePrefix: string): NeededGrant[] {
  const arn = (table: unknown) => (String(table).startsWith('arn:') ? String(table) : `${tablePrefix}${String(table)}`);
  const items = input['TransactItems'] as Record<string, Input>[] | undefined;
  if (items) {
    return items.flatMap((item) =>
      Object.entries(item).map(([kind, { TableName }]) => ({
        action: `dynamodb:${transactional[kind] ?? kind}`,
        resource: arn(TableName),
      })),
    );
  }
  const action = `dynamodb:${operation}`;
  const batch = input['RequestItems'] as Input | undefined;
  if (batch) return Object.keys(batch).map((table) => ({ action, resource: arn(table) }));
  if (input['TableName'] === undefined) return [{ action, resource: '*' }];
  const index = input['IndexName'] === undefined ? '' : `/index/${String(input['IndexName'])}`;
  return [{ action, resource: `${arn(input['TableName'])}${index}` }];
}
