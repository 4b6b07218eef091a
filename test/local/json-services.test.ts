import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AwsError } from '#local/contracts';
import type { Authority, JsonService } from '#local/contracts';
import { jsonHttpServer } from '#local/json-services';

const authority: Authority = {
  principal(accessKeyId) {
    if (accessKeyId !== 'AKIDKNOWN') {
      throw new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    return { accessKeyId, secretAccessKey: 'secret', name: 'known' };
  },
  authorize: () => {},
  record: () => {},
};

const echo: JsonService = {
  targetPrefix: 'DynamoDB_20120810',
  call: async (operation, input, principal) => {
    if (operation === 'Refuse') throw new AwsError('ValidationException', 'no', 400, { Detail: 1 });
    if (operation === 'Cancel') throw new AwsError('TransactionCanceledException', 'cancelled');
    if (operation === 'Break') throw new TypeError('a secret of the inside');
    return { operation, input, who: principal.name };
  },
};

describe('The JSON wire', () => {
  const server = jsonHttpServer([echo], authority);
  beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
  afterAll(() => void server.close());

  const credential = 'AWS4-HMAC-SHA256 Credential=AKIDKNOWN/20270101/cn-north-1/dynamodb/aws4_request, Signature=x';
  async function post(target: string | undefined, body: string, authorization: string | undefined = credential) {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        ...(target !== undefined && { 'x-amz-target': target }),
        ...(authorization !== '' && { authorization }),
      },
      body,
    });
    const json = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, json };
  }

  it('hands the operation, the input and the caller to the service that the target names', async () => {
    const { status, headers, json } = await post('DynamoDB_20120810.GetItem', '{"a":1}');
    expect(status).toBe(200);
    expect(json).toEqual({ operation: 'GetItem', input: { a: 1 }, who: 'known' });
    expect(headers.get('content-type')).toBe('application/x-amz-json-1.0');
    expect(headers.get('x-amzn-requestid')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers an error with its namespace, its message and what it carries', async () => {
    const refused = await post('DynamoDB_20120810.Refuse', '{}');
    expect(refused.status).toBe(400);
    expect(refused.json).toEqual({ __type: 'com.amazon.coral.validate#ValidationException', message: 'no', Detail: 1 });
    const cancelled = await post('DynamoDB_20120810.Cancel', '{}');
    expect(cancelled.json['__type']).toBe('com.amazonaws.dynamodb.v20120810#TransactionCanceledException');
  });

  it('keeps the text of an unexpected error to itself', async () => {
    const { status, json } = await post('DynamoDB_20120810.Break', '{}');
    expect(status).toBe(500);
    expect(JSON.stringify(json)).not.toContain('secret');
  });

  it.each([
    ['an unknown service', 'Kinesis_20131202.PutRecord', '{}', credential, 'UnknownOperationException'],
    ['no target', undefined, '{}', credential, 'UnknownOperationException'],
    ['no credential', 'DynamoDB_20120810.GetItem', '{}', '', 'MissingAuthenticationTokenException'],
    [
      'an unknown key',
      'DynamoDB_20120810.GetItem',
      '{}',
      credential.replace('KNOWN', 'X'),
      'UnrecognizedClientException',
    ],
    ['a body that is no JSON', 'DynamoDB_20120810.GetItem', '{', credential, 'SerializationException'],
    ['a body that is no object', 'DynamoDB_20120810.GetItem', '[]', credential, 'SerializationException'],
  ])('refuses %s', async (_what, target, body, authorization, name) => {
    const { status, json } = await post(target, body, authorization);
    expect(status).toBe(400);
    expect(json['__type']).toBe(`com.amazon.coral.service#${name}`);
  });

  it('refuses a body over 16 MB', async () => {
    const { status, json } = await post('DynamoDB_20120810.PutItem', JSON.stringify({ x: 'x'.repeat(17 << 20) }));
    expect(status).toBe(413);
    expect(json['__type']).toContain('RequestEntityTooLargeException');
  });
});
