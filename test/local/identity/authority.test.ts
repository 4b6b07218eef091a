import { describe, expect, it } from 'vitest';
import { createAuthority } from '#local/identity/authority';
import type { PolicyStatement } from '#local/identity/policy-document';

const table = 'arn:aws-cn:dynamodb:cn-north-1:000000000000:table/core';
const bucket = 'arn:aws-cn:s3:::records';

const authority = () => createAuthority({ region: 'cn-north-1', partition: 'aws-cn', account: '000000000000' });

function mayOf(...statements: PolicyStatement[]) {
  const local = authority();
  const principal = local.addPrincipal({ name: 'submit', policies: [{ Statement: statements }] });
  return (action: string, resource: string, context?: Record<string, string | string[]>): boolean => {
    try {
      local.authorize(principal, action, resource, context);
      return true;
    } catch (error) {
      expect(error).toMatchObject({ name: 'AccessDeniedException' });
      return false;
    }
  };
}

describe('identity policies', () => {
  it('allow nothing that no statement allows', () => {
    const may = mayOf({ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table });
    expect(may('dynamodb:GetItem', table)).toBe(true);
    expect(may('dynamodb:PutItem', table)).toBe(false);
    expect(may('dynamodb:GetItem', `${table}/index/byStage`)).toBe(false);
  });

  it('let a deny win over any allow, wherever it stands', () => {
    const may = mayOf(
      { Effect: 'Deny', Action: 'dynamodb:DeleteItem', Resource: '*' },
      { Effect: 'Allow', Action: 'dynamodb:*', Resource: table },
      { Effect: 'Deny', Action: 'dynamodb:UpdateItem', Resource: '*' },
    );
    expect(may('dynamodb:PutItem', table)).toBe(true);
    expect(may('dynamodb:DeleteItem', table)).toBe(false);
    expect(may('dynamodb:UpdateItem', table)).toBe(false);
  });

  it('compare actions without case and resources with case', () => {
    const may = mayOf({ Effect: 'Allow', Action: 'DYNAMODB:getitem', Resource: table });
    expect(may('dynamodb:GetItem', table)).toBe(true);
    expect(may('dynamodb:GetItem', table.replace('core', 'Core'))).toBe(false);
  });

  it('read the wildcards within one segment of the ARN only', () => {
    const may = mayOf({
      Effect: 'Allow',
      Action: 's3:GetObject*',
      Resource: [`${bucket}/app_??/*`, 'arn:aws-cn:*:*:*:x'],
    });
    expect(may('s3:GetObjectVersion', `${bucket}/app_01/a/b.pdf`)).toBe(true);
    expect(may('s3:GetObject', `${bucket}/app_123/a.pdf`)).toBe(false);
    expect(may('s3:GetObject', 'arn:aws-cn:s3:r:a:x')).toBe(true);
    expect(may('s3:GetObject', 'arn:aws-cn:s3:r:a:y:x')).toBe(false);
    expect(may('s3:ListBucket', bucket)).toBe(false);
  });

  it('understand NotAction and NotResource', () => {
    const may = mayOf({ Effect: 'Allow', NotAction: 's3:Delete*', NotResource: `${bucket}/locked/*` });
    expect(may('s3:GetObject', `${bucket}/open/a`)).toBe(true);
    expect(may('s3:DeleteObject', `${bucket}/open/a`)).toBe(false);
    expect(may('s3:GetObject', `${bucket}/locked/a`)).toBe(false);
  });

  it('treat a dot and other signs of regular expressions as themselves', () => {
    const may = mayOf({ Effect: 'Allow', Action: 's3:GetObject', Resource: `${bucket}/a.b(1)+*` });
    expect(may('s3:GetObject', `${bucket}/a.b(1)+c`)).toBe(true);
    expect(may('s3:GetObject', `${bucket}/aXb(1)+c`)).toBe(false);
  });
});

describe('a refusal', () => {
  it('says who, what, on what and why, as AWS does', () => {
    const local = authority();
    const principal = local.addPrincipal({
      name: 'submit',
      policies: [{ Statement: { Effect: 'Deny', Action: 's3:PutObject', Resource: '*' } }],
    });
    expect(() => local.authorize(principal, 'dynamodb:PutItem', table)).toThrow(
      'User: arn:aws-cn:sts::000000000000:assumed-role/submit/submit is not authorized to perform: dynamodb:PutItem ' +
        `on resource: ${table} because no identity-based policy allows the dynamodb:PutItem action`,
    );
    expect(() => local.authorize(principal, 's3:PutObject', bucket)).toThrow(
      `on resource: ${bucket} with an explicit deny in an identity-based policy`,
    );
  });

  it('meets an access key that nobody holds', () => {
    expect(() => authority().principal('AKIANOBODY')).toThrow(
      expect.objectContaining({ name: 'UnrecognizedClientException' }),
    );
  });
});

describe('a principal', () => {
  it('is found by the key it was given or that was made for it', () => {
    const local = authority();
    const given = local.addPrincipal({ name: 'a', policies: [], accessKeyId: 'AKIAGIVEN', secretAccessKey: 's' });
    const made = local.addPrincipal({ name: 'b', policies: [] });
    expect(local.principal('AKIAGIVEN')).toBe(given);
    expect(made.accessKeyId).toMatch(/^AKIA[A-Z2-7]{16}$/);
    expect(made.secretAccessKey).toHaveLength(40);
    expect(local.principal(made.accessKeyId)).toBe(made);
    expect(() => local.addPrincipal({ name: 'c', policies: [], accessKeyId: 'AKIAGIVEN' })).toThrow('already taken');
  });

  it.each<[string, PolicyStatement]>([
    [
      'the condition operator IpAddress',
      { Effect: 'Allow', Action: '*', Resource: '*', Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
    ],
    ['policy variables', { Effect: 'Allow', Action: '*', Resource: 'arn:aws-cn:s3:::b/${aws:username}/*' }],
    ['"core" is neither an ARN', { Effect: 'Allow', Action: '*', Resource: 'core' }],
    ['element Principal', { Effect: 'Allow', Action: '*', Resource: '*', Principal: '*' } as PolicyStatement],
    ['either Action or NotAction', { Effect: 'Allow', Resource: '*' }],
  ])('is refused when a policy holds what cannot be evaluated: %s', (named, statement) => {
    const add = () => authority().addPrincipal({ name: 'submit', policies: [{ Statement: statement }] });
    expect(add).toThrow('The policies of submit');
    expect(add).toThrow(named);
  });
});

describe('the report of use', () => {
  it('counts calls per principal and action and names the grants that none needed', () => {
    const local = authority();
    const submit = local.addPrincipal({
      name: 'submit',
      policies: [
        {
          Statement: [
            {
              Effect: 'Allow',
              Action: ['dynamodb:GetItem', 'dynamodb:PutItem'],
              Resource: [table, `${table}/index/*`],
            },
            { Effect: 'Deny', Action: 's3:*', Resource: '*' },
          ],
        },
      ],
    });
    local.record(submit, 'dynamodb:GetItem', table);
    local.record(submit, 'dynamodb:GetItem', table);
    local.record(submit, 'dynamodb:PutItem', `${table}/index/byStage`);
    expect(local.calls()).toEqual([
      { principal: 'submit', action: 'dynamodb:GetItem', count: 2 },
      { principal: 'submit', action: 'dynamodb:PutItem', count: 1 },
    ]);
    expect(local.unusedGrants()).toEqual([
      { principal: 'submit', action: 'dynamodb:GetItem', resource: `${table}/index/*` },
      { principal: 'submit', action: 'dynamodb:PutItem', resource: table },
    ]);
    local.need(submit, 'dynamodb:PutItem', table);
    expect(local.calls().map(({ count }) => count)).toEqual([2, 1]);
    expect(local.unusedGrants()).toHaveLength(1);
    local.reset();
    expect(local.calls()).toEqual([]);
    expect(local.unusedGrants()).toHaveLength(4);
  });

  it('leaves the operator out, who may do everything', () => {
    const local = authority();
    local.authorize(local.operator, 'states:StopExecution', 'arn:aws-cn:states:cn-north-1:000000000000:execution:m:e');
    expect(local.unusedGrants()).toEqual([]);
  });
});
