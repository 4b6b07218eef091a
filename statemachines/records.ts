import { Choice, Condition, Succeed, TaskInput } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { retries } from './faults.ts';
import type { BuildStates } from './machine.ts';
import { schemaVersion } from './machine.ts';

const input = (name: string) => `{% $states.context.Execution.Input.${name} %}`;

/**
 * Work on the records that takes longer than a request: `{ work, … }` says which. Each kind of work can be repeated, so
 * that a new execution takes up where one was given up.
 */
export const records: BuildStates = (scope, functionOf) => {
  const step = (state: string, comment: string, payload: Record<string, string>) => {
    const task = LambdaInvoke.jsonata(scope, state, {
      comment,
      lambdaFunction: functionOf(state),
      payload: TaskInput.fromObject({ schemaVersion, ...payload }),
      outputs: '{% $states.result.Payload %}',
      retryOnServiceExceptions: false,
    });
    for (const retry of retries) task.addRetry(retry);
    return task;
  };
  const done = Succeed.jsonata(scope, 'WorkDone');
  const dossier = { exportId: input('exportId') };
  const build = step('BuildDossier', 'Packs a dossier into a ZIP as it is read', dossier);
  build.addCatch(step('FailDossier', 'Whoever asked for it is told, and asks again', dossier).next(done));
  const is = (work: string) => Condition.jsonata(`{% $states.input.work = '${work}' %}`);
  const recordId = input('recordId');
  const keep = step('KeepRecords', 'Locks files for as long as they have to be kept now', {
    ...{ recordType: input('recordType'), recordId },
  });
  const dispose = step('DisposeRecords', 'Carries out a disposal that two people approved', { recordId });
  const appraise = step('AppraiseRecords', 'Lists the files whose retention is over', {
    scheduledTime: input('scheduledTime'),
  });
  return Choice.jsonata(scope, 'WhichWork')
    .when(is('dossier'), build.next(done))
    .when(is('keep'), keep.next(done))
    .when(is('disposal'), dispose.next(done))
    .otherwise(appraise.next(done));
};
