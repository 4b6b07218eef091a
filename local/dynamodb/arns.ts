import { AwsError } from '../contracts.ts';

/** Where a local cloud claims to be. */
export interface Place {
  readonly region: string;
  readonly partition: string;
  readonly account: string;
}

/** ARNs of one account in one region. */
export interface Arns {
  table(name: string): string;
  index(table: string, index: string): string;
  stream(table: string, label: string): string;
  /** A request may name its table by ARN. Throws ResourceNotFoundException for a table of elsewhere. */
  tableName(nameOrArn: string): string;
}

export function arnsOf({ region, partition, account }: Place): Arns {
  const prefix = `arn:${partition}:dynamodb:${region}:${account}:table/`;
  return {
    table: (name) => prefix + name,
    index: (table, index) => `${prefix}${table}/index/${index}`,
    stream: (table, label) => `${prefix}${table}/stream/${label}`,
    tableName(nameOrArn) {
      if (!nameOrArn.startsWith('arn:')) return nameOrArn;
      if (nameOrArn.startsWith(prefix)) return nameOrArn.slice(prefix.length);
      throw new AwsError('ResourceNotFoundException', `Requested resource not found: ${nameOrArn} is not of here`);
    },
  };
}
