import { Duration } from 'aws-cdk-lib';
import { Errors, JitterType, Succeed, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { errors } from '#functions/names';
import { retries } from './faults.ts';
import type { BuildStates } from './machine.ts';
import { schemaVersion } from './machine.ts';

/** What every step is told: the push's id, never what is pushed. */
const thePush = { schemaVersion, recordId: '{% $states.context.Execution.Input.recordId %}' };

/**
 * One execution per push of a revocation to a platform, and per round of it (A27). A platform that does not answer is
 * asked for some hours; what no waiting mends (a refusal, an answer that is not the platform's) goes to the staff at once.
 */
export const platformPush: BuildStates = (scope, functionOf) => {
  const push = LambdaInvoke.jsonata(scope, 'PushToPlatform', {
    comment: 'Signed, under an idempotency key; keeps the receipt',
    lambdaFunction: functionOf('PushToPlatform'),
    payload: TaskInput.fromObject(thePush),
    outputs: '{% $states.result.Payload %}',
    retryOnServiceExceptions: false,
  });
  push.addRetry({
    errors: [errors.platformUnavailable],
    interval: Duration.seconds(30),
    backoffRate: 3,
    maxDelay: Duration.hours(2),
    maxAttempts: 7,
    jitterStrategy: JitterType.FULL,
  });
  const report = LambdaInvoke.jsonata(scope, 'ReportPushFailure', {
    comment: 'The staff see that it failed, and can push again',
    lambdaFunction: functionOf('ReportPushFailure'),
    payload: TaskInput.fromObject({ ...thePush, error: '{% $states.input.error %}' }),
    outputs: '{% $states.result.Payload %}',
    retryOnServiceExceptions: false,
  });
  for (const retry of retries) {
    push.addRetry(retry);
    report.addRetry(retry);
  }
  push.addCatch(report, { errors: [Errors.ALL], outputs: { error: '{% $states.errorOutput.Error %}' } });
  const over = Succeed.jsonata(scope, 'PushOver');
  report.next(over);
  return push.next(over);
};
