import { Duration, TimeZone } from 'aws-cdk-lib';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke, StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AwardFunction } from './award-function.ts';
import { deadLetters } from './dead-letters.ts';
import type { MakeFunction } from './functions.ts';

const timeZone = TimeZone.ASIA_SHANGHAI;

/** The clockwork: a sweep every morning, the yearly duties and the appraisal of the records on 1 January. */
export class Schedules extends Construct {
  readonly dailyDuties: AwardFunction;
  readonly undelivered: Queue;

  constructor(
    scope: Construct,
    id: string,
    make: MakeFunction,
    { 'yearly-duties': yearlyDuties, records }: Readonly<Record<'yearly-duties' | 'records', StateMachine>>,
  ) {
    super(scope, id);
    this.dailyDuties = make('event-daily-duties');
    const { fn } = this.dailyDuties;
    this.undelivered = deadLetters(this, 'undelivered');
    this.dailyDuties.keepFailures(this.undelivered);
    const roleOf = (id: string, action: string, resource: string) =>
      new Role(this, id, {
        assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
        inlinePolicies: {
          duty: new PolicyDocument({
            statements: [
              new PolicyStatement({ actions: [action], resources: [resource] }),
              new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [this.undelivered.queueArn] }),
            ],
          }),
        },
      }).withoutPolicyUpdates();
    const target = {
      input: ScheduleTargetInput.fromObject({ scheduledTime: ContextAttribute.scheduledTime }),
      deadLetterQueue: this.undelivered,
      retryAttempts: 20,
      maxEventAge: Duration.hours(12),
    };
    new Schedule(this, 'Daily', {
      description: 'Reminds of what falls due, before the offices open',
      schedule: ScheduleExpression.cron({ hour: '7', minute: '30', timeZone }),
      target: new LambdaInvoke(fn, { ...target, role: roleOf('DailyRole', 'lambda:InvokeFunction', fn.functionArn) }),
    });
    new Schedule(this, 'Yearly', {
      description: 'Opens the yearly reports and inspections of all winners (A24, A25)',
      schedule: ScheduleExpression.cron({ month: '1', day: '1', hour: '8', minute: '0', timeZone }),
      target: new StepFunctionsStartExecution(yearlyDuties, {
        ...target,
        role: roleOf('YearlyRole', 'states:StartExecution', yearlyDuties.stateMachineArn),
      }),
    });
    new Schedule(this, 'Appraisal', {
      description: 'Lists the files whose retention is over (A29)',
      schedule: ScheduleExpression.cron({ month: '1', day: '1', hour: '9', minute: '0', timeZone }),
      target: new StepFunctionsStartExecution(records, {
        ...target,
        input: ScheduleTargetInput.fromObject({ work: 'appraisal', scheduledTime: ContextAttribute.scheduledTime }),
        role: roleOf('AppraisalRole', 'states:StartExecution', records.stateMachineArn),
      }),
    });
  }
}
