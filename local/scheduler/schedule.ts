import * as z from 'zod';
import type { Millis } from '../contracts.ts';
import { occurrencesOf } from './schedule-expression.ts';
import type { Occurrences, WhenToRun } from './schedule-expression.ts';

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const runnable = /^arn:[\w-]+:(lambda:[\w-]+:\d+:function|states:[\w-]+:\d+:stateMachine):/;

/** AWS::Scheduler::Schedule as far as the local cloud does it; strict, so that nothing is silently ignored. */
const properties = z.strictObject({
  Name: z.string().optional(),
  GroupName: z.string().default('default'),
  Description: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  StartDate: instant.optional(),
  EndDate: instant.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal('OFF') }),
  KmsKeyArn: z.string().optional(),
  Target: z.strictObject({
    Arn: z.string().regex(runnable, 'the local cloud schedules Lambda functions and state machines'),
    RoleArn: z.string(),
    Input: z.string().optional(),
    RetryPolicy: z
      .strictObject({
        MaximumRetryAttempts: z.coerce.number().int().min(0).max(185).default(185),
        MaximumEventAgeInSeconds: z.coerce.number().int().min(60).max(86_400).default(86_400),
      })
      .prefault({}),
    DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
  }),
});

/** What a schedule calls. */
export interface ScheduleTarget {
  /** A Lambda function's ARN, with or without alias, or a state machine's. */
  readonly arn: string;
  readonly roleArn: string;
}

export interface Schedule {
  readonly name: string;
  readonly arn: string;
  readonly enabled: boolean;
  readonly when: WhenToRun;
  readonly target: ScheduleTarget;
  readonly input: string | undefined;
  readonly retries: number;
  readonly eventAge: Millis;
  readonly deadLetterArn: string | undefined;
}

/** A resource of type AWS::Scheduler::Schedule, every intrinsic already resolved. */
export interface ScheduleResource {
  readonly logicalId: string;
  readonly properties: unknown;
}

/** Throws, naming the schedule and the property, at whatever the local cloud cannot do. */
export function readSchedule({ logicalId, properties: given }: ScheduleResource, arnPrefix: string): Schedule {
  const parsed = properties.safeParse(given);
  if (!parsed.success) throw new Error(`The schedule ${logicalId} cannot run here:\n${z.prettifyError(parsed.error)}`);
  const { Target: target, ...schedule } = parsed.data;
  const name = schedule.Name ?? logicalId;
  const when: WhenToRun = {
    expression: schedule.ScheduleExpression,
    timeZone: schedule.ScheduleExpressionTimezone,
    start: schedule.StartDate,
    end: schedule.EndDate,
  };
  return {
    name,
    arn: `${arnPrefix}:schedule/${schedule.GroupName}/${name}`,
    enabled: schedule.State === 'ENABLED',
    when,
    target: { arn: target.Arn, roleArn: target.RoleArn },
    input: target.Input,
    retries: target.RetryPolicy.MaximumRetryAttempts,
    eventAge: target.RetryPolicy.MaximumEventAgeInSeconds * 1000,
    deadLetterArn: target.DeadLetterConfig?.Arn,
  };
}

/** As `occurrencesOf`, the schedule's name in the refusal. */
export function occurrencesOfSchedule({ name, when }: Schedule, created: Millis): Occurrences {
  try {
    return occurrencesOf(when, created);
  } catch (error) {
    throw new Error(`The schedule ${name} cannot run here: ${(error as Error).message}`, { cause: error });
  }
}
