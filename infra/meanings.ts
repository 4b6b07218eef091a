import type { Stack } from 'aws-cdk-lib';
import { SecretValue } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { auditByDay, environment as env, indexes } from '#functions/names';
import type { MachineName } from '#statemachines/machines';
import type { Grant } from './grants.ts';
import type { Settings } from './settings.ts';
import { prefixOf } from './settings.ts';
import type { StatefulStack } from './stateful-stack.ts';

/** What a word of infra/grants.ts stands for. */
export interface Meaning {
  readonly statements?: readonly PolicyStatement[];
  readonly environment?: Readonly<Record<string, string>>;
}

const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources });

/** The name a machine deploys under. */
export const machineNameOf = (settings: Settings, machine: MachineName): string => `${prefixOf(settings)}-${machine}`;

/** The secret that seals the ballot boxes. */
export const ballotKeyName = (settings: Settings): string => `${prefixOf(settings)}/ballot-key`;

const smtpUrlOf = ({ smtpUrl, smtpSecretName }: Settings): string =>
  smtpSecretName ? SecretValue.secretsManager(smtpSecretName, { jsonField: 'url' }).unsafeUnwrap() : (smtpUrl ?? '');

/** Where the platforms are, and what is signed with; nothing where a deployment was not told. */
const platformsOf = ({
  creditPlatformUrl,
  supervisionPlatformUrl,
  platformSecretName,
}: Settings): Record<string, string> => {
  if (!creditPlatformUrl || !supervisionPlatformUrl || !platformSecretName) return {};
  const key = (jsonField: string) => SecretValue.secretsManager(platformSecretName, { jsonField }).unsafeUnwrap();
  return {
    [env.creditPlatformUrl]: creditPlatformUrl,
    [env.creditPlatformKey]: key('credit'),
    [env.supervisionPlatformUrl]: supervisionPlatformUrl,
    [env.supervisionPlatformKey]: key('supervision'),
  };
};

/** The words' meanings in one deployment. */
export function meanings(
  { core, audit, ballots, staging, records }: StatefulStack,
  settings: Settings,
  scope: Stack,
): Readonly<Record<Grant, Meaning>> {
  const under = (arn: string, names: string[]) => names.map((name) => `${arn}/index/${name}`);
  const files = (bucket: { bucketArn: string }) => [`${bucket.bucketArn}/*`];
  // By name and not by reference: a machine invokes steps, and steps of one role with its consumers would be a circle.
  const machineArn = (machine: MachineName) =>
    scope.formatArn({ service: 'states', resource: `stateMachine:${machineNameOf(settings, machine)}` });
  const caseMachines: MachineName[] = ['application-lifecycle', 'revocation'];
  const machineArns = caseMachines.map(machineArn);
  const startable = [...machineArns, machineArn('records'), machineArn('platform-push')];
  const machineNames = {
    [env.lifecycleMachine]: machineArn('application-lifecycle'),
    [env.revocationMachine]: machineArn('revocation'),
  };
  const inStaging = { [env.stagingBucket]: staging.bucketName };
  const inRecords = { [env.recordsBucket]: records.bucketName };
  return {
    'core:read': {
      statements: [
        allow(['dynamodb:GetItem', 'dynamodb:Query'], [core.tableArn]),
        allow(['dynamodb:Query'], under(core.tableArn, Object.values(indexes))),
      ],
    },
    'core:write': {
      statements: [allow(['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'], [core.tableArn])],
    },
    'core:update': { statements: [allow(['dynamodb:UpdateItem'], [core.tableArn])] },
    ballots: {
      statements: [allow(['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'], [ballots.tableArn])],
      environment: {
        [env.ballotsTable]: ballots.tableName,
        [env.ballotKey]: SecretValue.secretsManager(ballotKeyName(settings)).unsafeUnwrap(),
      },
    },
    'audit:append': { statements: [allow(['dynamodb:PutItem'], [audit.tableArn])] },
    'audit:read': {
      statements: [allow(['dynamodb:Query'], [audit.tableArn, ...under(audit.tableArn, [auditByDay])])],
    },
    'staging:get': { statements: [allow(['s3:GetObject'], files(staging))], environment: inStaging },
    'staging:put': { statements: [allow(['s3:PutObject'], files(staging))], environment: inStaging },
    // Dossiers are written in parts; what is given up is taken away, so that it costs nothing.
    'staging:pack': {
      statements: [allow(['s3:PutObject', 's3:AbortMultipartUpload'], files(staging))],
      environment: inStaging,
    },
    // Without it S3 answers "forbidden" instead of "not found" for a file that expired in staging.
    'staging:list': { statements: [allow(['s3:ListBucket'], [staging.bucketArn])] },
    'records:get': {
      statements: [allow(['s3:GetObject', 's3:GetObjectVersion'], files(records))],
      environment: inRecords,
    },
    'records:keep': {
      statements: [
        allow(['s3:PutObject', 's3:PutObjectRetention'], files(records)),
        // Without it S3 answers "forbidden" instead of "not found" to whoever asks for a file that is not there yet.
        allow(['s3:ListBucket'], [records.bucketArn]),
      ],
      environment: { ...inRecords, [env.lockMode]: settings.lockMode },
    },
    // Locks are lengthened and put on hold. Nobody is granted s3:BypassGovernanceRetention or s3:DeleteObjectVersion.
    'records:lock': {
      statements: [
        allow(['s3:GetObjectRetention', 's3:PutObjectRetention', 's3:PutObjectLegalHold'], files(records)),
        allow(['s3:ListBucketVersions'], [records.bucketArn]),
      ],
      environment: { ...inRecords, [env.lockMode]: settings.lockMode },
    },
    'records:forever': { statements: [allow(['s3:PutObjectLegalHold'], files(records))] },
    'records:dispose': { statements: [allow(['s3:PutObjectVersionTagging'], files(records))] },
    'executions:start': {
      statements: [allow(['states:StartExecution'], startable)],
      environment: {
        ...machineNames,
        [env.recordsMachine]: machineArn('records'),
        [env.pushMachine]: machineArn('platform-push'),
      },
    },
    'executions:resume': {
      statements: [allow(['states:SendTaskSuccess', 'states:SendTaskFailure'], machineArns)],
      environment: machineNames,
    },
    'duties:start': {
      statements: [allow(['states:StartExecution'], [machineArn('yearly-duties')])],
      environment: { [env.yearlyDutiesMachine]: machineArn('yearly-duties') },
    },
    platforms: { environment: platformsOf(settings) },
    mail: {
      environment: {
        [env.smtpUrl]: smtpUrlOf(settings),
        [env.mailFrom]: settings.mailFrom,
        [env.portalOrigin]: settings.portalOrigins[0] ?? '',
      },
    },
    administrators: { environment: { [env.bootstrapAdministrators]: settings.bootstrapAdministrators } },
  };
}
