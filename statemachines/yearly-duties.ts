import { Choice, Condition, Map, ProvideItems, Succeed, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { retries } from './faults.ts';
import type { BuildStates } from './machine.ts';
import { schemaVersion } from './machine.ts';

/** The calendar year, in China, of the moment the schedule names. */
const year = "$number($fromMillis($toMillis($states.context.Execution.Input.scheduledTime), '[Y0001]', '+0800'))";

/**
 * Each January: opens the yearly report and inspection of every winner (A24, A25), page by page so that the number of
 * winners has no limit. Input: `{ scheduledTime }`. Opening is idempotent: the machine may simply be started again.
 */
export const yearlyDuties: BuildStates = (scope, functionOf) => {
  const list = LambdaInvoke.jsonata(scope, 'ListWinners', {
    comment: 'A page of the winners whose duties are open; answers { winners, cursor? }',
    lambdaFunction: functionOf('ListWinners'),
    payload: TaskInput.fromObject({
      schemaVersion,
      year: `{% ${year} %}`,
      cursor: '{% $exists($states.input.cursor) ? $states.input.cursor : null %}',
    }),
    outputs: '{% $states.result.Payload %}',
    retryOnServiceExceptions: false,
  });
  const open = LambdaInvoke.jsonata(scope, 'OpenYearlyDuties', {
    lambdaFunction: functionOf('OpenYearlyDuties'),
    payload: TaskInput.fromObject({
      schemaVersion,
      year: `{% ${year} %}`,
      certificateNumber: '{% $states.input %}',
    }),
    outputs: '{% $states.result.Payload %}',
    retryOnServiceExceptions: false,
  });
  for (const retry of retries) {
    list.addRetry(retry);
    open.addRetry(retry);
  }
  const forEach = Map.jsonata(scope, 'ForEachWinner', {
    items: ProvideItems.jsonata('{% $states.input.winners %}'),
    maxConcurrency: 10,
    outputs: '{% $states.input %}',
  }).itemProcessor(open);
  const more = Choice.jsonata(scope, 'MoreWinners')
    .when(Condition.jsonata('{% $exists($states.input.cursor) %}'), list)
    .otherwise(Succeed.jsonata(scope, 'AllDutiesOpen'));
  return list.next(forEach).next(more);
};
