import type { ScheduleModel } from './model.ts';
import { bag, text } from './properties.ts';
import type { Resources } from './resources.ts';
import type { RoleFinder } from './roles.ts';

/** Reads EventBridge Scheduler's schedules; the scheduler itself says what of them it cannot run. */
export function readSchedules(resources: Resources, roleOf: RoleFinder): ScheduleModel[] {
  return resources.all
    .filter(({ type }) => type === 'AWS::Scheduler::Schedule')
    .map((resource) => {
      const { properties, identity } = resource;
      const target = bag(properties, 'Target');
      return {
        name: identity.name,
        targetArn: text(target, 'Arn') ?? '',
        role: roleOf(resource, text(target, 'RoleArn'), 'scheduler.amazonaws.com'),
        deadLetterArn: text(bag(target, 'DeadLetterConfig'), 'Arn'),
        properties: { ...properties, Name: identity.name },
      };
    });
}
