import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RawResource } from '#local/template/assembly';
import type { CloudModel } from '#local/template/model';
import { readTemplate } from '#local/template/read';
import { synthesizeFixture } from '../fixture/synthesize.ts';
import { assemblyOf } from './assembly-of.ts';

describe('a synthesized assembly', () => {
  const dir = mkdtempSync(join(tmpdir(), 'template-'));
  let model: CloudModel;
  beforeAll(() => {
    model = readTemplate(synthesizeFixture(dir, 'http://issuer.test'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('carries names from the stateful into the stateless stack', () => {
    const [table] = model.tables;
    const notes = model.functions.find(({ name }) => name === 'fixture-notes');
    expect(notes?.environment).toEqual({ NOTES_TABLE: table?.name });
  });

  it('says of a function what Lambda must know', () => {
    expect(model.functions.find(({ name }) => name === 'fixture-notes')).toMatchObject({
      handler: 'index.handler',
      timeoutSeconds: 5,
      memoryMb: 256,
      arn: 'arn:aws-cn:lambda:cn-north-1:000000000000:function:fixture-notes',
      invokers: expect.arrayContaining(['apigateway.amazonaws.com']) as unknown,
      async: { retries: 2 },
    });
  });

  it('gathers the policies of each function’s own role', () => {
    const actions = (name: string) =>
      model.functions
        .find((fn) => fn.name === name)
        ?.role.policies.flatMap(({ Statement }) => Statement)
        .flatMap(({ Action }) => Action);
    expect(actions('fixture-notes')).toEqual(expect.arrayContaining(['dynamodb:PutItem', 'dynamodb:Query']));
    expect(actions('fixture-steps')).not.toContain('dynamodb:Query');
  });

  it('gives the machine its definition with the functions’ ARNs', () => {
    expect(model.machines[0]).toMatchObject({
      name: 'fixture-machine',
      definition: {
        States: {
          Ask: { Arguments: { FunctionName: model.functions.find(({ name }) => name === 'fixture-steps')?.arn } },
        },
      },
    });
  });

  it('reads stream mapping, rule, schedule, bucket and queue', () => {
    expect(model.streamMappings[0]).toMatchObject({
      batchSize: 10,
      bisect: true,
      retries: 1,
      functionName: 'fixture-events',
    });
    expect(model.rules[0]).toMatchObject({ targets: [{ functionName: 'fixture-events' }] });
    expect(model.schedules[0]).toMatchObject({ properties: { ScheduleExpression: 'cron(0 8 * * ? *)' } });
    expect(model.buckets[0]).toMatchObject({ eventBridge: true, versioned: false });
    expect(model.queues).toEqual([
      { name: 'fixture-failed', arn: 'arn:aws-cn:sqs:cn-north-1:000000000000:fixture-failed' },
    ]);
  });

  it('reads routes with their authorizer, and CORS', () => {
    const route = (key: string) => model.api?.routes.find((one) => one.key === key);
    expect(route('GET /notes/{topic}')?.authorizer).toMatchObject({
      issuer: 'http://issuer.test',
      audience: ['fixture'],
    });
    expect(route('ANY /tell/{proxy+}')?.authorizer).toBeUndefined();
    expect(model.api?.cors?.allowOrigins).toEqual(['http://portal.test']);
  });
});

describe('what the local cloud cannot run', () => {
  const refused = (resources: Record<string, RawResource>) => () =>
    readTemplate(assemblyOf({ S: { Resources: resources } }));
  const role: RawResource = {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' } } },
    },
  };
  const fn: RawResource = {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Key: 'code.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      FunctionName: 'f',
    },
  };

  it('is refused by type', () => {
    expect(refused({ Api: { Type: 'AWS::AppSync::GraphQLApi' } })).toThrow(
      'S/Api: the local cloud has no AWS::AppSync::GraphQLApi',
    );
  });
  it('is refused by property', () => {
    const layered = { ...fn, Properties: { ...fn.Properties, Layers: ['x'] } };
    expect(refused({ Role: role, F: layered })).toThrow('S/F: the local cloud does not know property Layers');
  });
  it('is refused by attribute', () => {
    expect(
      refused({
        Q: { Type: 'AWS::SQS::Queue' },
        T: { Type: 'AWS::SQS::Queue', Properties: { QueueName: { 'Fn::GetAtt': ['Q', 'Colour'] } } },
      }),
    ).toThrow('Q.Colour');
  });
  it('is refused all at once', () => {
    expect(refused({ A: { Type: 'AWS::X::Y' }, B: { Type: 'AWS::X::Z' } })).toThrow(/AWS::X::Y[^]*AWS::X::Z/);
  });
  it('includes a function whose bundle was not built', () => {
    const unbuilt = { ...fn, Properties: { ...fn.Properties, Code: { ZipFile: 'x' } } };
    expect(refused({ Role: role, F: unbuilt })).toThrow('S/F: its code is not a built asset');
  });
  it('includes a role that Lambda may not assume', () => {
    const others = { ...role, Properties: { AssumeRolePolicyDocument: { Statement: [] } } };
    expect(refused({ Role: others, F: fn })).toThrow('lambda.amazonaws.com may not assume S-Role');
  });
  it('includes a rule whose function does not permit it', () => {
    const rule = {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: {}, Targets: [{ Id: '1', Arn: { 'Fn::GetAtt': ['F', 'Arn'] } }] },
    };
    expect(refused({ Role: role, F: fn, Rule: rule })).toThrow(
      'events.amazonaws.com has no AWS::Lambda::Permission to invoke f',
    );
  });
  it('does not include alarms and keys, which are listed with the reason', () => {
    const dir = assemblyOf({ S: { Resources: { Alarm: { Type: 'AWS::CloudWatch::Alarm' }, Role: role, F: fn } } });
    expect(readTemplate(dir).ignored).toEqual([
      { id: 'S/Alarm', type: 'AWS::CloudWatch::Alarm', reason: 'nobody is on call here; its metric is not collected' },
    ]);
  });
  it('leaves out what a condition leaves out', () => {
    const dir = assemblyOf({
      S: {
        Conditions: { Never: { 'Fn::Equals': [1, 2] } },
        Resources: { Q: { Type: 'AWS::SQS::Queue', Condition: 'Never' } },
      },
    });
    expect(readTemplate(dir).queues).toEqual([]);
  });
  it('knows a function by its alias', () => {
    const permission = {
      Type: 'AWS::Lambda::Permission',
      Properties: { Action: 'lambda:InvokeFunction', FunctionName: { Ref: 'Live' }, Principal: 'events.amazonaws.com' },
    };
    const version = { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'F' } } };
    const alias = {
      Type: 'AWS::Lambda::Alias',
      Properties: { FunctionName: { Ref: 'F' }, FunctionVersion: { 'Fn::GetAtt': ['V', 'Version'] }, Name: 'live' },
    };
    const rule = {
      Type: 'AWS::Events::Rule',
      Properties: { EventPattern: {}, Targets: [{ Id: '1', Arn: { Ref: 'Live' } }] },
    };
    const dir = assemblyOf({
      S: { Resources: { Role: role, F: fn, V: version, Live: alias, Rule: rule, P: permission } },
    });
    expect(readTemplate(dir).rules[0]?.targets[0]?.functionName).toBe('f');
  });
});
