import { AwsError } from '../contracts.ts';

export const validationError = (message: string): AwsError => new AwsError('ValidationException', message);

export const tableNotFound = (name: string): AwsError =>
  new AwsError('ResourceNotFoundException', `Requested resource not found: Table: ${name} not found`);

/** How dynalite reports an error of the service; anything else it throws is a fault. */
interface DynaliteError {
  statusCode: number;
  body: { __type: string; message?: string; Message?: string };
}

/** An error of dynalite as an AwsError; a fault stays what it is. */
export function asAwsError(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('body' in error)) return error;
  const { statusCode, body } = error as DynaliteError;
  return new AwsError(body.__type.split('#').at(-1) ?? '', body.message ?? body.Message ?? '', statusCode);
}
