import type { BucketModel, BucketNotification, BucketPolicy } from './model.ts';
import { allowOnly, bag, flag, functionNameIn, list, text, type Properties } from './properties.ts';
import type { Refusals } from './refusals.ts';
import type { Resource, Resources } from './resources.ts';

/** Reads buckets with their policies, and whom they notify, whether by property or by CDK's custom resource. */
export function readBuckets(resources: Resources, refusals: Refusals): BucketModel[] {
  const of = (type: string, property: string, name: string) =>
    resources.all.filter((one) => one.type === type && text(one.properties, property) === name);
  return resources.all
    .filter(({ type }) => type === 'AWS::S3::Bucket')
    .map((resource) => {
      const { properties, identity } = resource;
      const lock = bag(properties, 'ObjectLockConfiguration');
      const retention = bag(bag(lock, 'Rule'), 'DefaultRetention') as BucketModel['defaultRetention'];
      const custom = of('Custom::S3BucketNotifications', 'BucketName', identity.name);
      const told = [notificationsOf(resource, refusals), ...custom.map((one) => customNotifications(one, refusals))];
      const policy = of('AWS::S3::BucketPolicy', 'Bucket', identity.name)[0];
      return {
        name: identity.name,
        arn: identity.attributes['Arn'] ?? '',
        logicalId: resource.logicalId,
        versioned: text(bag(properties, 'VersioningConfiguration'), 'Status') === 'Enabled',
        objectLock: flag(properties, 'ObjectLockEnabled'),
        ...(retention && { defaultRetention: retention }),
        lifecycleRules: list<Record<string, unknown>>(bag(properties, 'LifecycleConfiguration'), 'Rules'),
        corsRules: list<Record<string, unknown>>(bag(properties, 'CorsConfiguration'), 'CorsRules'),
        ...(policy && { policy: policy.properties['PolicyDocument'] as BucketPolicy }),
        eventBridge: told.some((one) => one.eventBridge),
        notifications: told.flatMap((one) => one.notifications),
      };
    });
}

interface Told {
  readonly eventBridge: boolean;
  readonly notifications: readonly BucketNotification[];
}

function notificationsOf(resource: Resource, refusals: Refusals): Told {
  const told = bag(resource.properties, 'NotificationConfiguration');
  allowOnly(resource, told, 'EventBridgeConfiguration LambdaConfigurations', refusals);
  return {
    eventBridge: bag(told, 'EventBridgeConfiguration') !== undefined && enabled(bag(told, 'EventBridgeConfiguration')),
    notifications: list(told, 'LambdaConfigurations').map((one) =>
      notification(text(one, 'Function'), [text(one, 'Event') ?? ''], list(bag(bag(one, 'Filter'), 'S3Key'), 'Rules')),
    ),
  };
}
const enabled = (configuration: Properties | undefined) =>
  String(configuration?.['EventBridgeEnabled'] ?? true) === 'true';

function customNotifications(resource: Resource, refusals: Refusals): Told {
  const told = bag(resource.properties, 'NotificationConfiguration');
  allowOnly(resource, told, 'EventBridgeConfiguration LambdaFunctionConfigurations', refusals);
  return {
    eventBridge: bag(told, 'EventBridgeConfiguration') !== undefined,
    notifications: list(told, 'LambdaFunctionConfigurations').map((one) =>
      notification(
        text(one, 'LambdaFunctionArn'),
        list<string>(one, 'Events'),
        list(bag(bag(one, 'Filter'), 'Key'), 'FilterRules'),
      ),
    ),
  };
}

function notification(
  target: string | undefined,
  events: readonly string[],
  rules: readonly Properties[],
): BucketNotification {
  const rule = (name: string) =>
    text(
      rules.find((one) => text(one, 'Name')?.toLowerCase() === name),
      'Value',
    );
  return { functionName: functionNameIn(target ?? ''), events, prefix: rule('prefix'), suffix: rule('suffix') };
}
