/** Properties of a type that the local cloud acts on, and those it may pass over without changing behaviour. */
interface Known {
  readonly reads: readonly string[];
  readonly passesOver: readonly string[];
}
const words = (text: string): string[] => text.split(' ').filter(Boolean);
const known = (reads: string, passesOver = ''): Known => ({ reads: words(reads), passesOver: words(passesOver) });

const table = known(
  'AttributeDefinitions BillingMode GlobalSecondaryIndexes KeySchema LocalSecondaryIndexes Replicas StreamSpecification TableName TimeToLiveSpecification',
  'ContributorInsightsSpecification DeletionProtectionEnabled OnDemandThroughput PointInTimeRecoverySpecification ProvisionedThroughput SSESpecification TableClass Tags WarmThroughput WriteProvisionedThroughputSettings WriteOnDemandThroughputSettings',
);

/** What the local cloud runs. Any other type, and any property not named here, is refused at start. */
export const knownTypes: Readonly<Record<string, Known>> = {
  'AWS::DynamoDB::Table': table,
  'AWS::DynamoDB::GlobalTable': table,
  'AWS::S3::Bucket': known(
    'BucketName CorsConfiguration LifecycleConfiguration NotificationConfiguration ObjectLockConfiguration ObjectLockEnabled VersioningConfiguration',
    'AccessControl BucketEncryption InventoryConfigurations LoggingConfiguration MetricsConfigurations OwnershipControls PublicAccessBlockConfiguration Tags',
  ),
  'AWS::S3::BucketPolicy': known('Bucket PolicyDocument'),
  'Custom::S3BucketNotifications': known(
    'BucketName NotificationConfiguration',
    'ServiceToken Managed SkipDestinationValidation',
  ),
  'AWS::Lambda::Function': known(
    'Code DeadLetterConfig Environment FunctionName Handler MemorySize Role Runtime Timeout',
    'Architectures Description EphemeralStorage KmsKeyArn LoggingConfig RecursiveLoop ReservedConcurrentExecutions RuntimeManagementConfig Tags TracingConfig',
  ),
  'AWS::Lambda::Version': known('FunctionName', 'Description CodeSha256'),
  'AWS::Lambda::Alias': known('FunctionName FunctionVersion Name', 'Description ProvisionedConcurrencyConfig'),
  'AWS::Lambda::Permission': known('Action FunctionName Principal', 'SourceAccount SourceArn'),
  'AWS::Lambda::EventInvokeConfig': known(
    'DestinationConfig FunctionName MaximumRetryAttempts',
    'MaximumEventAgeInSeconds Qualifier',
  ),
  'AWS::Lambda::EventSourceMapping': known(
    'BatchSize BisectBatchOnFunctionError DestinationConfig Enabled EventSourceArn FilterCriteria FunctionName FunctionResponseTypes MaximumRecordAgeInSeconds MaximumRetryAttempts StartingPosition',
    'KmsKeyArn MaximumBatchingWindowInSeconds MetricsConfig ParallelizationFactor Tags',
  ),
  'AWS::IAM::Role': known(
    'AssumeRolePolicyDocument ManagedPolicyArns Policies RoleName',
    'Description MaxSessionDuration Path Tags',
  ),
  'AWS::IAM::Policy': known('PolicyDocument PolicyName Roles'),
  'AWS::IAM::ManagedPolicy': known('ManagedPolicyName PolicyDocument Roles', 'Description Path'),
  'AWS::StepFunctions::StateMachine': known(
    'Definition DefinitionString DefinitionSubstitutions RoleArn StateMachineName StateMachineType',
    'EncryptionConfiguration LoggingConfiguration Tags TracingConfiguration',
  ),
  'AWS::Scheduler::Schedule': known(
    'EndDate GroupName Name ScheduleExpression ScheduleExpressionTimezone StartDate State Target',
    'Description FlexibleTimeWindow KmsKeyArn',
  ),
  'AWS::Scheduler::ScheduleGroup': known('Name', 'Tags'),
  'AWS::Events::Rule': known('EventPattern Name State Targets', 'Description Tags'),
  'AWS::SQS::Queue': known(
    'QueueName',
    'KmsDataKeyReusePeriodSeconds KmsMasterKeyId MessageRetentionPeriod SqsManagedSseEnabled Tags VisibilityTimeout',
  ),
  'AWS::ApiGatewayV2::Api': known(
    'CorsConfiguration Name ProtocolType',
    'Description DisableExecuteApiEndpoint IpAddressType Tags',
  ),
  'AWS::ApiGatewayV2::Stage': known(
    'ApiId StageName',
    'AccessLogSettings AutoDeploy DefaultRouteSettings Description RouteSettings Tags',
  ),
  'AWS::ApiGatewayV2::Route': known(
    'ApiId AuthorizationScopes AuthorizationType AuthorizerId RouteKey Target',
    'OperationName',
  ),
  'AWS::ApiGatewayV2::Integration': known(
    'ApiId IntegrationType IntegrationUri PayloadFormatVersion TimeoutInMillis',
    'Description IntegrationMethod',
  ),
  'AWS::ApiGatewayV2::Authorizer': known('ApiId AuthorizerType IdentitySource JwtConfiguration Name'),
};

/** Types that change nothing of what runs on one machine, with the reason. */
export const ignoredTypes: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::ApiMapping': 'the local address is 127.0.0.1',
  'AWS::ApiGatewayV2::DomainName': 'the local address is 127.0.0.1',
  'AWS::CDK::Metadata': 'says which CDK made the template',
  'AWS::CloudWatch::Alarm': 'nobody is on call here; its metric is not collected',
  'AWS::CloudWatch::CompositeAlarm': 'nobody is on call here; its metrics are not collected',
  'AWS::CloudWatch::Dashboard': 'the status page stands in',
  'AWS::KMS::Alias': 'data at rest is the machine owner’s own',
  'AWS::KMS::Key': 'data at rest is the machine owner’s own; grants to keys are not asked for',
  'AWS::Logs::LogGroup': 'logs are files under the data directory',
  'AWS::Logs::MetricFilter': 'metrics are not collected',
  'AWS::Logs::QueryDefinition': 'logs are files under the data directory',
  'AWS::Logs::ResourcePolicy': 'logs are files under the data directory',
  'AWS::SecretsManager::Secret': 'the local cloud makes up its own, see local/secrets.ts',
  'AWS::SNS::Subscription': 'only alarms publish to topics',
  'AWS::SNS::Topic': 'only alarms publish to topics',
  'AWS::SNS::TopicPolicy': 'only alarms publish to topics',
  'AWS::SQS::QueuePolicy': 'only the local cloud itself sends to its queues',
  'Custom::S3AutoDeleteObjects': 'buckets are emptied by deleting the data directory',
};
