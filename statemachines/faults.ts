import { Duration } from 'aws-cdk-lib';
import type { RetryProps } from 'aws-cdk-lib/aws-stepfunctions';
import { JitterType } from 'aws-cdk-lib/aws-stepfunctions';
import { errors } from '#functions/names';

const backingOff = (retried: string[], maxAttempts: number): RetryProps => ({
  errors: retried,
  interval: Duration.seconds(1),
  backoffRate: 2,
  maxDelay: Duration.minutes(1),
  maxAttempts,
  // Cycle-wide decisions wake hundreds of executions in the same second.
  jitterStrategy: JitterType.FULL,
});

/** A wait may end a moment before the function's clock says so. */
export const retryTooEarly = backingOff(['notice.running'], 6);

/** What every step is retried for: another save came first, and Lambda's own transient faults. */
export const retries: readonly RetryProps[] = [
  backingOff([errors.recordChanged, errors.recordMissing], 6),
  backingOff(
    [
      'Lambda.ClientExecutionTimeoutException',
      'Lambda.ServiceException',
      'Lambda.AWSLambdaException',
      'Lambda.SdkClientException',
      'Lambda.TooManyRequestsException',
      'Lambda.Unknown',
      'Sandbox.Timedout',
    ],
    8,
  ),
];
