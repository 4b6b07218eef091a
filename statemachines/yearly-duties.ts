import { Choice, Condition, Fail, Map, Pass, ProvideItems, Succeed, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { retries } from './faults.ts';
import type { BuildStates, FunctionOf } from './machine.ts';
import { schemaVersion } from './machine.ts';

/** The calendar year, in China, of the moment the schedule names. */
const year = "$number($fromMillis($toMillis($states.context.Execution.Input.scheduledTime), '[Y0001]', '+0800'))";

const task = (scope: Construct, functionOf: FunctionOf, name: string, payload: Record<string, unknown>) => {
  const made = LambdaInvoke.jsonata(scope, name, {
    lambdaFunction: functionOf(name),
    payload: TaskInput.fromObject({ schemaVersion, ...payload }),
    outputs: '{% $states.result.Payload %}',
    retryOnServiceExceptions: false,
  });
  for (const retry of retries) made.addRetry(retry);
  return made;
};

/** Opens the year's duties, a page of winners after the other: the number of winners has no limit. */
const opening: BuildStates = (scope, functionOf) => {
  const open = task(scope, functionOf, 'OpenYearlyDuties', {
    year: `{% ${year} %}`,
    cursor: '{% $exists($states.input.cursor) ? $states.input.cursor : null %}',
  });
  const more = Choice.jsonata(scope, 'MoreWinners')
    .when(Condition.jsonata('{% $exists($states.input.cursor) %}'), open)
    .otherwise(Succeed.jsonata(scope, 'AllDutiesOpen'));
  return open.next(more);
};

/** Sends a day's digests, all parts of the duties at once, each as many invocations long as it takes; then the office's. */
const reminding: BuildStates = (scope, functionOf) => {
  const remind = task(scope, functionOf, 'RemindPart', {
    part: '{% $states.input.part %}',
    from: '{% $states.input.from %}',
    programmes: '{% $states.input.programmes %}',
    failed: '{% $states.input.failed %}',
  });
  const more = Choice.jsonata(scope, 'MoreInPart')
    .when(Condition.jsonata("{% $states.input.from != '' %}"), remind)
    .otherwise(Pass.jsonata(scope, 'PartReminded'));
  const parts = Map.jsonata(scope, 'ForEachPart', {
    items: ProvideItems.jsonata('{% $states.input.parts %}'),
    maxConcurrency: 8,
  }).itemProcessor(remind.next(more));
  const tell = task(scope, functionOf, 'TellStaff', {
    programmes: '{% $states.context.Execution.Input.programmes %}',
    swept: '{% $states.input %}',
  });
  const told = Choice.jsonata(scope, 'AllTold')
    .when(
      Condition.jsonata('{% $states.input.failed > 0 %}'),
      Fail.jsonata(scope, 'SomeNotReminded', { error: 'DutiesNotReminded', cause: 'See the log of step-remind-part' }),
    )
    .otherwise(Succeed.jsonata(scope, 'AllReminded'));
  return parts.next(tell).next(told);
};

/**
 * The duties after the award (A26, A28). Each January it opens those of the year for every winner, with
 * `{ scheduledTime }`; on a day with many digests it sends them, with `{ parts, programmes }`. Everything it does is done
 * once however often it is started.
 */
export const yearlyDuties: BuildStates = (scope, functionOf) =>
  Choice.jsonata(scope, 'WhatToDo')
    .when(Condition.jsonata('{% $exists($states.input.parts) %}'), reminding(scope, functionOf))
    .otherwise(opening(scope, functionOf));
