import { AwsError } from '../contracts.ts';

/** Sends one operation to Amazon's DynamoDB Local; an error of its comes back as an AwsError. */
export type Send = (target: string, input: object) => Promise<Record<string, unknown>>;

// Not checked, but with a credential and a region DynamoDB Local would keep a database each; -sharedDb keeps one.
const authorization =
  'AWS4-HMAC-SHA256 Credential=local/20260101/cn-north-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0';

/** Sends to `endpoint`. */
export function sendTo(endpoint: string): Send {
  return async (target, input) => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': target, authorization },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (response.ok) return answer;
    const { __type, message, Message, ...extra } = answer;
    throw new AwsError(
      String(__type).split('#').at(-1) ?? 'InternalFailure',
      String(message ?? Message ?? ''),
      response.status,
      extra,
    );
  };
}
