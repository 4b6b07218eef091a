import type { ScheduleModel } from './model.ts';
import { allowOnly, bag, number, text } from './properties.ts';
import type { Refusals } from './refusals.ts';
import type { Resources } from './resources.ts';
import type { RoleFinder } from './roles.ts';

/** Reads EventBridge Scheduler's schedules. */
export function readSchedules(resources: Resources, roleOf: RoleFinder, refusals: Refusals): ScheduleModel[] {
  return resources.all
    .filter(({ type }) => type === 'AWS::Scheduler::Schedule')
    .map((resource) => {
      const { properties, identity } = resource;
      const target = bag(properties, 'Target');
      allowOnly(resource, target, 'Arn DeadLetterConfig Input RetryPolicy RoleArn', refusals);
      return {
        name: identity.name,
        group: text(properties, 'GroupName') ?? 'default',
        expression: text(properties, 'ScheduleExpression') ?? '',
        timezone: text(properties, 'ScheduleExpressionTimezone') ?? 'UTC',
        enabled: text(properties, 'State') !== 'DISABLED',
        startDate: text(properties, 'StartDate'),
        endDate: text(properties, 'EndDate'),
        target: {
          arn: text(target, 'Arn') ?? '',
          role: roleOf(resource, text(target, 'RoleArn'), 'scheduler.amazonaws.com'),
          input: text(target, 'Input') ?? '{}',
          retries: number(bag(target, 'RetryPolicy'), 'MaximumRetryAttempts', 185),
          deadLetterArn: text(bag(target, 'DeadLetterConfig'), 'Arn'),
        },
      };
    });
}
