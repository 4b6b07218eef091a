import type { Place } from './partition.ts';

/** How a resource is known once it exists: its name, what Ref gives, and what Fn::GetAtt gives. */
export interface Identity {
  readonly name: string;
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What an identity is made of. `origin` is the address of the local HTTP API. */
export interface Naming {
  readonly stack: string;
  readonly logicalId: string;
  /** The name the template gives, if it does. */
  readonly given?: string;
  readonly place: Place;
  readonly origin: string;
}

type Identify = (naming: Naming, name: string) => Pick<Identity, 'ref' | 'attributes'>;

const arn = ({ place }: Naming, service: string, rest: string) =>
  `arn:${place.partition}:${service}:${place.region}:${place.account}:${rest}`;
const globalArn = ({ place }: Naming, service: string, rest: string) =>
  `arn:${place.partition}:${service}::${place.account}:${rest}`;

/** A stream's label is the moment it was made on AWS; here it is fixed, so that ARNs survive a restart. */
export const streamLabel = '2026-01-01T00:00:00.000';

const named =
  (service: string, kind: string): Identify =>
  (naming, name) => {
    const itsArn = arn(naming, service, `${kind}${name}`);
    return { ref: name, attributes: { Arn: itsArn, Name: name } };
  };
const byArn =
  (service: string, kind: string, nameAttribute: string): Identify =>
  (naming, name) => {
    const itsArn = arn(naming, service, `${kind}${name}`);
    return { ref: itsArn, attributes: { Arn: itsArn, [nameAttribute]: name } };
  };
const table: Identify = (naming, name) => {
  const tableArn = arn(naming, 'dynamodb', `table/${name}`);
  return { ref: name, attributes: { Arn: tableArn, StreamArn: `${tableArn}/stream/${streamLabel}`, TableId: name } };
};

const kinds: Readonly<Record<string, Identify>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::S3::Bucket': (naming, name) => ({
    ref: name,
    attributes: {
      Arn: `arn:${naming.place.partition}:s3:::${name}`,
      DomainName: `${name}.s3.${naming.place.urlSuffix}`,
      RegionalDomainName: `${name}.s3.${naming.place.region}.${naming.place.urlSuffix}`,
    },
  }),
  'AWS::Lambda::Function': named('lambda', 'function:'),
  'AWS::StepFunctions::StateMachine': byArn('states', 'stateMachine:', 'Name'),
  'AWS::SQS::Queue': (naming, name) => ({
    ref: `https://sqs.${naming.place.region}.${naming.place.urlSuffix}/${naming.place.account}/${name}`,
    attributes: {
      Arn: arn(naming, 'sqs', name),
      QueueName: name,
      QueueUrl: `https://sqs.${naming.place.region}.${naming.place.urlSuffix}/${naming.place.account}/${name}`,
    },
  }),
  'AWS::IAM::Role': (naming, name) => ({
    ref: name,
    attributes: { Arn: globalArn(naming, 'iam', `role/${name}`), RoleId: name },
  }),
  'AWS::IAM::ManagedPolicy': (naming, name) => ({
    ref: globalArn(naming, 'iam', `policy/${name}`),
    attributes: { PolicyArn: globalArn(naming, 'iam', `policy/${name}`) },
  }),
  'AWS::ApiGatewayV2::Api': (naming, name) => ({
    ref: name,
    attributes: { ApiEndpoint: naming.origin, ApiId: name },
  }),
  'AWS::Scheduler::ScheduleGroup': named('scheduler', 'schedule-group/'),
  'AWS::Scheduler::Schedule': named('scheduler', 'schedule/default/'),
  'AWS::Events::Rule': named('events', 'rule/'),
  'AWS::Logs::LogGroup': (naming, name) => ({
    ref: name,
    attributes: { Arn: arn(naming, 'logs', `log-group:${name}:*`), LogGroupName: name },
  }),
  'AWS::KMS::Key': (naming, name) => ({
    ref: name,
    attributes: { Arn: arn(naming, 'kms', `key/${name}`), KeyId: name },
  }),
  'AWS::SNS::Topic': (naming, name) => ({
    ref: arn(naming, 'sns', name),
    attributes: { TopicArn: arn(naming, 'sns', name), TopicName: name },
  }),
  'AWS::CloudWatch::Alarm': named('cloudwatch', 'alarm:'),
  'AWS::CloudWatch::CompositeAlarm': named('cloudwatch', 'alarm:'),
};

/** The name CloudFormation would make up; without its random tail, so that data survives a restart. */
function madeUpName(type: string, { stack, logicalId }: Naming): string {
  const name = `${stack}-${logicalId}`;
  return type === 'AWS::S3::Bucket' ? name.toLowerCase().slice(0, 63) : name.slice(0, 128);
}

/** The identity of a resource of `type`; types without a rule of their own are known by their name alone. */
export function identify(type: string, naming: Naming): Identity {
  const name = naming.given ?? madeUpName(type, naming);
  return { name, ...(kinds[type]?.(naming, name) ?? { ref: name, attributes: {} }) };
}

/** The property that carries a resource's own name, by type. */
export const nameProperty: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::Scheduler::ScheduleGroup': 'Name',
  'AWS::Scheduler::Schedule': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
};
