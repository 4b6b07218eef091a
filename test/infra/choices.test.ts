import { describe, expect, test } from 'vitest';
import type { Resource } from './synthesized.ts';
import { ofType, synthesize } from './synthesized.ts';

describe('in partition aws, with a key, a domain and sign-in of its own', () => {
  const { stateful, replaceable } = synthesize({
    region: 'us-east-1',
    issuer: undefined,
    audience: undefined,
    customerKey: true,
    lockMode: 'COMPLIANCE',
    domainName: 'api.award.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/one',
    alarmMail: 'on-call@example.com',
  });
  const functions = ofType(replaceable, 'AWS::Lambda::Function');
  const named = (name: string) =>
    functions.find(([, { Properties }]) => Properties.FunctionName === `quality-award-test-${name}`)?.[1] as Resource;
  const environmentOf = (name: string) =>
    (named(name).Properties.Environment as { Variables: Record<string, unknown> }).Variables;

  test('people sign in by a user pool that is kept', () => {
    const [[, pool] = []] = ofType(stateful.resources, 'AWS::Cognito::UserPool');
    expect(pool?.DeletionPolicy).toBe('Retain');
    expect(pool?.Properties.DeletionProtection).toBe('ACTIVE');
    const [[, client] = []] = ofType(stateful.resources, 'AWS::Cognito::UserPoolClient');
    expect(client?.Properties).toMatchObject({ GenerateSecret: false, AllowedOAuthFlows: ['code'] });
    const [[, authorizer] = []] = ofType(replaceable, 'AWS::ApiGatewayV2::Authorizer');
    expect(JSON.stringify(authorizer?.Properties)).toContain('ProviderURL');
  });

  test('tables and files are encrypted by the customer’s key, which turns, and every function may use it', () => {
    const [[keyId, key] = []] = ofType(stateful.resources, 'AWS::KMS::Key');
    expect(key?.Properties.EnableKeyRotation).toBe(true);
    for (const [, table] of ofType(stateful.resources, 'AWS::DynamoDB::Table'))
      expect(table.Properties.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' });
    const byKey = ofType(stateful.resources, 'AWS::S3::Bucket').filter(([, bucket]) =>
      JSON.stringify(bucket.Properties.BucketEncryption).includes(String(keyId)),
    );
    expect(byKey).toHaveLength(2);
    const roles = ofType(replaceable, 'AWS::IAM::Role').filter(([, role]) =>
      JSON.stringify(role).includes('kms:Decrypt'),
    );
    expect(roles).toHaveLength(functions.length);
  });

  test('a function’s environment holds what its duty needs and nothing else', () => {
    expect(environmentOf('api-application')).toMatchObject({ OBJECT_LOCK_MODE: 'COMPLIANCE' });
    expect(environmentOf('api-programme')).not.toHaveProperty('RECORDS_BUCKET');
    expect(environmentOf('event-deliver-messages').SMTP_URL).toBe(
      '{{resolve:secretsmanager:award/smtp:SecretString:url::}}',
    );
    const mailing = functions.filter(([, fn]) => JSON.stringify(fn).includes('SMTP_URL'));
    expect(mailing).toHaveLength(1);
  });

  test('the domain is mapped and the alarms reach the address', () => {
    expect(ofType(replaceable, 'AWS::ApiGatewayV2::ApiMapping')).toHaveLength(1);
    const [[, subscription] = []] = ofType(replaceable, 'AWS::SNS::Subscription');
    expect(subscription?.Properties).toMatchObject({ Protocol: 'email', Endpoint: 'on-call@example.com' });
  });
});
