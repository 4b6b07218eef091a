import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runbookHeadings } from '#infra/runbook';
import { routes } from '#functions/api/routes';
import { machines as machineTable } from '#statemachines/machines';
import type { Resource } from './synthesized.ts';
import { ofType, synthesize } from './synthesized.ts';

// Synthesis runs CDK's own validation and cdk-nag: a finding that is not acknowledged throws here.
const regions = ['us-east-1', 'cn-north-1', 'cn-northwest-1'];
const deployments = new Map(regions.map((region) => [region, synthesize({ region })]));

interface Statement {
  readonly Effect: string;
  readonly Action: string | string[];
  readonly Resource: unknown;
  readonly Condition?: Record<string, Record<string, unknown>>;
}
const statementsIn = ({ Properties }: Resource): Statement[] => {
  const { Policies = [], PolicyDocument } = Properties as {
    Policies?: { PolicyDocument: { Statement: Statement[] } }[];
    PolicyDocument?: { Statement: Statement[] };
  };
  return [...Policies.map((p) => p.PolicyDocument), ...(PolicyDocument ? [PolicyDocument] : [])].flatMap(
    (document) => document.Statement,
  );
};
const actionsOf = ({ Action }: Statement) => [Action].flat();

describe.each(regions)('in %s', (region) => {
  const { stateful, stateless, api, replaceable } = deployments.get(region) as ReturnType<typeof synthesize>;
  const all = { ...stateful.resources, ...replaceable };
  const functions = ofType(replaceable, 'AWS::Lambda::Function');
  const properties = (type: string) => ofType(all, type).map(([, resource]) => resource.Properties);

  test('tables are protected against deletion, restorable for 35 days and kept', () => {
    const tables = ofType(stateful.resources, 'AWS::DynamoDB::Table').filter(([id]) => !id.startsWith('Ballots'));
    expect(tables).toHaveLength(2);
    for (const [id, { DeletionPolicy, Properties }] of tables) {
      expect(DeletionPolicy, id).toBe('Retain');
      expect(Properties, id).toMatchObject({
        DeletionProtectionEnabled: true,
        BillingMode: 'PAY_PER_REQUEST',
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      });
    }
    expect(stateful.artifact.terminationProtection).toBe(true);
  });

  test('no earlier state of a ballot box is kept: no stream, no recovery; one function reaches it', () => {
    const boxes = ofType(stateful.resources, 'AWS::DynamoDB::Table').filter(([id]) => id.startsWith('Ballots'));
    expect(boxes).toHaveLength(1);
    const [[id, { DeletionPolicy, Properties }] = ['', { Properties: {} } as Resource]] = boxes;
    expect(DeletionPolicy).toBe('Retain');
    expect(Properties).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: false },
    });
    expect(Properties).not.toHaveProperty('StreamSpecification');
    const who = [...functions, ...ofType(replaceable, 'AWS::IAM::Role')]
      .filter(([, resource]) => JSON.stringify(resource).includes(id))
      .map(([logicalId]) => logicalId);
    expect(who.length).toBe(2);
    for (const logicalId of who) expect(logicalId).toMatch(/^apivote/);
  });

  test('buckets are encrypted, closed to the public, kept, and refuse what is not TLS', () => {
    const buckets = ofType(stateful.resources, 'AWS::S3::Bucket');
    expect(buckets).toHaveLength(3);
    for (const [id, { DeletionPolicy, Properties }] of buckets) {
      expect(DeletionPolicy, id).toBe('Retain');
      expect(Properties.BucketEncryption, id).toBeDefined();
      expect(Properties.PublicAccessBlockConfiguration, id).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      const policy = ofType(stateful.resources, 'AWS::S3::BucketPolicy').find(
        ([, one]) => (one.Properties.Bucket as { Ref: string }).Ref === id,
      )?.[1] as Resource;
      expect(statementsIn(policy), id).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  test('records are versioned and lockable, without a default rule that would lock for a wrong time', () => {
    const records = properties('AWS::S3::Bucket').find((bucket) => bucket.ObjectLockEnabled === true);
    expect(records).toMatchObject({ VersioningConfiguration: { Status: 'Enabled' } });
    expect(records?.ObjectLockConfiguration).toBeUndefined();
    const { Rules } = records?.LifecycleConfiguration as { Rules: Record<string, unknown>[] };
    const disposing = Rules.filter((r) => r.ExpirationInDays ?? r.NoncurrentVersionExpiration);
    expect(disposing).toHaveLength(1);
    expect(disposing[0]).toMatchObject({
      ExpirationInDays: 3660,
      TagFilters: [{ Key: 'disposal', Value: 'approved' }],
    });
  });

  test('what waits in staging expires, and a presigned URL lives ten minutes', () => {
    const staging = properties('AWS::S3::Bucket').find((bucket) => bucket.CorsConfiguration !== undefined);
    expect(staging).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      CorsConfiguration: {
        CorsRules: [{ AllowedOrigins: ['https://award.example.gov.cn'], AllowedMethods: ['PUT'] }],
      },
    });
    const denied = ofType(stateful.resources, 'AWS::S3::BucketPolicy').flatMap(([, policy]) => statementsIn(policy));
    expect(denied).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { NumericGreaterThan: { 's3:signatureAge': 600_000 } } }),
    );
  });

  test('the audit trail is append-only: nobody may change or delete its entries', () => {
    const [auditId] = ofType(stateful.resources, 'AWS::DynamoDB::Table').find(
      ([, { Properties }]) => Properties.StreamSpecification !== undefined,
    ) as [string, Resource];
    const touching = ofType(replaceable, 'AWS::IAM::Role')
      .flatMap(([, role]) => statementsIn(role))
      .filter(({ Resource }) => JSON.stringify(Resource).includes(auditId))
      .flatMap(actionsOf);
    expect(touching).toContain('dynamodb:PutItem');
    expect(touching.filter((action) => /Update|Delete|BatchWrite|\*/.test(action))).toEqual([]);
  });

  test('each function has a role of its own, Node.js 24 on arm64, and a log kept for a year', () => {
    const roles = functions.map(([, fn]) => JSON.stringify(fn.Properties.Role));
    expect(new Set(roles).size).toBe(functions.length);
    for (const [id, { Properties }] of functions)
      expect(Properties, id).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
    for (const [id, log] of ofType(replaceable, 'AWS::Logs::LogGroup')) {
      expect(log.Properties.RetentionInDays, id).toBe(365);
      expect(log.DeletionPolicy, id).toBe('Retain');
    }
    expect(functions.every(([, fn]) => fn.Properties.LoggingConfig !== undefined)).toBe(true);
  });

  test('no policy stands beside the roles, and the resource * is left to actions that know no resources', () => {
    expect(ofType(replaceable, 'AWS::IAM::Policy')).toEqual([]);
    const everywhere = ofType(replaceable, 'AWS::IAM::Role')
      .flatMap(([, role]) => statementsIn(role))
      .filter(({ Resource }) => [Resource].flat().includes('*'))
      .flatMap(actionsOf);
    expect(
      everywhere.filter((action) => !/^logs:.*(Delivery|Deliveries|Polic(y|ies)|LogGroups)$/.test(action)),
    ).toEqual(['dynamodb:ListStreams', 'dynamodb:ListStreams']);
  });

  test('no statement allows an action by a wildcard', () => {
    const actions = ofType(replaceable, 'AWS::IAM::Role')
      .flatMap(([, role]) => statementsIn(role))
      .flatMap(actionsOf);
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('the API has the table’s routes: a token for each that is not public', () => {
    const deployed = Object.fromEntries(
      properties('AWS::ApiGatewayV2::Route').map(({ RouteKey, AuthorizationType }) => [RouteKey, AuthorizationType]),
    );
    const described = Object.fromEntries(
      Object.values(routes).map(({ method, path, who }) => [
        `${method} /api${path}`,
        who === 'public' ? 'NONE' : 'JWT',
      ]),
    );
    expect(deployed).toEqual(described);
    expect(properties('AWS::ApiGatewayV2::Api')[0]).toMatchObject({
      CorsConfiguration: { AllowOrigins: ['https://award.example.gov.cn'] },
    });
    expect(properties('AWS::ApiGatewayV2::Stage')[0]).toMatchObject({
      AccessLogSettings: expect.anything(),
      DefaultRouteSettings: { ThrottlingRateLimit: 100 },
    });
  });

  test('the audit stream’s consumers lose nothing: retries, bisection, a queue for what is given up', () => {
    const mappings = properties('AWS::Lambda::EventSourceMapping');
    expect(mappings).toHaveLength(2);
    for (const mapping of mappings) {
      expect(mapping).toMatchObject({
        BatchSize: 10,
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 10,
        MaximumRecordAgeInSeconds: 86_400,
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        DestinationConfig: { OnFailure: expect.anything() },
      });
      expect(mapping.Tags).toBeUndefined();
    }
  });

  test('schedules run by Shanghai’s clock and end in a queue when they cannot start', () => {
    const schedules = properties('AWS::Scheduler::Schedule');
    expect(schedules.map((s) => s.ScheduleExpression).sort()).toEqual([
      'cron(0 8 1 1 ? *)',
      'cron(0 9 1 1 ? *)',
      'cron(30 7 * * ? *)',
    ]);
    for (const schedule of schedules)
      expect(schedule).toMatchObject({
        ScheduleExpressionTimezone: 'Asia/Shanghai',
        Target: { DeadLetterConfig: expect.anything(), RetryPolicy: expect.anything() },
      });
  });

  test('an event that an asynchronous function failed on three times is kept', () => {
    const kept = ofType(replaceable, 'AWS::Lambda::EventInvokeConfig').map(([, r]) => r.Properties);
    expect(kept).toHaveLength(2);
    for (const config of kept) {
      expect(config).toMatchObject({ MaximumRetryAttempts: 2 });
      expect(JSON.stringify(config.DestinationConfig)).toContain('undelivered');
    }
  });

  test('queues are encrypted and every one has an alarm', () => {
    const queues = ofType(replaceable, 'AWS::SQS::Queue');
    expect(queues.length).toBeGreaterThanOrEqual(4);
    const watched = JSON.stringify(properties('AWS::CloudWatch::Alarm'));
    for (const [id, { Properties }] of queues) {
      expect(Properties.SqsManagedSseEnabled, id).toBe(true);
      expect(watched).toContain(id);
    }
  });

  test('every alarm tells somebody, says what breaks, and names a heading of the runbook', () => {
    const runbook = readFileSync(join(import.meta.dirname, '../../docs/runbook.md'), 'utf8');
    const headings = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    const anchors = headings.map((heading) => heading.toLowerCase().replaceAll(' ', '-'));
    const alarms = properties('AWS::CloudWatch::Alarm');
    expect(alarms.length).toBeGreaterThan(10);
    for (const { AlarmName, AlarmDescription, AlarmActions } of alarms) {
      const [, anchor] = /docs\/runbook\.md#([a-z0-9-]+)$/.exec(String(AlarmDescription)) ?? [];
      expect(anchors, String(AlarmName)).toContain(anchor);
      expect(AlarmActions, String(AlarmName)).toHaveLength(1);
    }
    expect(headings).toEqual(expect.arrayContaining([...runbookHeadings]));
  });

  test('machines log their errors without their data, and are not traced', () => {
    const machines = properties('AWS::StepFunctions::StateMachine');
    expect(machines).toHaveLength(Object.keys(machineTable).length);
    for (const machine of machines) {
      expect(machine).toMatchObject({ LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false } });
      expect(JSON.stringify(machine.TracingConfiguration ?? {})).not.toContain('true');
    }
  });

  test('nothing is deployed by a custom resource, and every stack fits', () => {
    expect(
      Object.values(all).filter(({ Type }) => Type.startsWith('Custom::') || Type.includes('CustomResource')),
    ).toEqual([]);
    for (const { resources } of [stateful, stateless, api]) expect(Object.keys(resources).length).toBeLessThan(490);
  });
});

describe.each(['cn-north-1', 'cn-northwest-1'])('the templates for %s', (region) => {
  const { stateful, replaceable } = deployments.get(region) as ReturnType<typeof synthesize>;
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
  const written = [...texts(stateful.resources), ...texts(replaceable)];

  test('name no ARN of another partition and no host outside China', () => {
    expect(written.filter((text) => /arn:aws:/.test(text))).toEqual([]);
    // `lambda.amazonaws.com` alone is how a service is called in a policy, in China too.
    const hosts = written.filter(
      (text) => /amazonaws\.com(?!\.cn)/.test(text) && !/^(logging\.)?[a-z0-9-]+\.amazonaws\.com$/.test(text),
    );
    expect(hosts).toEqual([]);
  });

  test('use only kinds of resources that China has', () => {
    const types = new Set([...Object.values(stateful.resources), ...Object.values(replaceable)].map((r) => r.Type));
    expect([...types].filter((type) => !inChina.has(type))).toEqual([]);
  });
});

/** What Beijing and Ningxia have of the kinds we use; a new kind is looked up before it is added here. */
const inChina = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::DynamoDB::Table',
  'AWS::Events::Rule',
  'AWS::IAM::Role',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::Scheduler::Schedule',
  'AWS::SecretsManager::Secret',
  'AWS::StepFunctions::StateMachine',
]);

test('the ids of what is kept never change: CloudFormation would make a second, empty one', () => {
  for (const { stateful } of deployments.values()) {
    const kept = Object.entries(stateful.resources)
      .filter(([, { Type }]) => /Table$|Bucket$/.test(Type))
      .map(([id]) => id);
    expect(kept.sort()).toEqual(keptIds);
  }
});

const keptIds = [
  'AccessLogs8B620ECA',
  'Audit3D8ADE0A',
  'Ballots4A03D308',
  'CoreC65142A7',
  'Records091F6ECA',
  'Staging12D1754E',
];
