import { Duration } from 'aws-cdk-lib';
import { IntegrationPattern, TaskInput, Timeout } from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import type { Construct } from 'constructs';
import { retries, retryTooEarly } from './faults.ts';
import type { FunctionOf } from './machine.ts';
import { schemaVersion } from './machine.ts';
import type { CaseKind } from './waits.ts';
import { patienceOf } from './waits.ts';

/** What every step of a case is told. The execution's own input names the record, whatever path led to the state. */
const theCase = (kind: CaseKind) => ({
  schemaVersion,
  kind,
  recordId: '{% $states.context.Execution.Input.recordId %}',
});

/** What a step that failed hands on: the error's name and never its text, which may hold personal data. */
export const faultOf = (stage: string) => ({ stage, error: '{% $states.errorOutput.Error %}' });

/** The Task states of a case. */
export function caseTasks(scope: Construct, kind: CaseKind, functionOf: FunctionOf) {
  const retried = (task: LambdaInvoke) => {
    for (const retry of retries) task.addRetry(retry);
    return task;
  };
  const ask = (name: string, comment: string, payload: Record<string, unknown>) =>
    retried(
      LambdaInvoke.jsonata(scope, name, {
        comment,
        lambdaFunction: functionOf(name),
        payload: TaskInput.fromObject({ ...theCase(kind), ...payload }),
        outputs: '{% $states.result.Payload %}',
        retryOnServiceExceptions: false,
      }),
    );
  return {
    /** Waits until people have moved the case on; the token's answer is `{ stage, until? }`. */
    open: (stage: string) =>
      retried(
        LambdaInvoke.jsonata(scope, `Open${stage}`, {
          comment: 'Waits until people act; answers { stage, until? }',
          lambdaFunction: functionOf(`Open${stage}`),
          integrationPattern: IntegrationPattern.WAIT_FOR_TASK_TOKEN,
          payload: TaskInput.fromObject({
            ...theCase(kind),
            stage,
            token: '{% $states.context.Task.Token %}',
            openedAt: '{% $states.context.State.EnteredTime %}',
          }),
          taskTimeout: Timeout.duration(Duration.days(patienceOf(stage))),
          retryOnServiceExceptions: false,
        }),
      ),
    /** Ends a notice whose time has come; answers `{ stage }`. */
    close: (stage: string) =>
      ask(`Close${stage}`, 'The notice has run its time; answers { stage }', { stage }).addRetry(retryTooEarly),
    escalate: () =>
      ask('EscalateWait', 'Nobody acted in time: the duty is overdue, the staff are told; answers { resumeFrom }', {
        stage: '{% $states.input.stage %}',
      }),
    report: () =>
      ask('ReportFault', 'Puts the case before an operator, who starts it again at its stage', {
        stage: '{% $states.input.stage %}',
        error: '{% $states.input.error %}',
      }),
  };
}
