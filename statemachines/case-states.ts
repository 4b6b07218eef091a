import { Choice, Condition, Errors, Fail, Succeed, Wait, WaitTime } from 'aws-cdk-lib/aws-stepfunctions';
import type { INextable, IChainable, TaskStateBase } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { isEnd, nextStages, waitingStages } from '#domain/lifecycle';
import { caseTasks, faultOf } from './case-tasks.ts';
import type { FunctionOf } from './machine.ts';
import type { CaseKind } from './waits.ts';
import { isNotice } from './waits.ts';

/**
 * The states of a case, generated from the lifecycle table: one wait for each stage in which people act, one choice
 * after it with a rule for each stage the table leads to. The machine decides nothing: it asks the table's record
 * where the case stands, and waits there.
 */
export function caseStates(scope: Construct, kind: CaseKind, functionOf: FunctionOf): IChainable {
  const task = caseTasks(scope, kind, functionOf);
  const stages = waitingStages(kind);
  const resume = Choice.jsonata(scope, 'ResumeAtStage', {
    comment: 'A case can be started again at any stage: the record is the truth, the execution only drives',
    outputs: {
      stage: "{% $exists($states.input.resumeFrom) ? $states.input.resumeFrom : '' %}",
      error: 'StageUnknown',
    },
  });
  const closed = Succeed.jsonata(scope, 'CaseClosed');
  const report = task.report();
  report.next(
    Fail.jsonata(scope, 'CaseNeedsOperator', {
      error: 'CaseNeedsOperator',
      cause: 'A step failed after all retries; the operator’s fault record says which and why',
    }),
  );
  const escalate = task.escalate();
  escalate.addCatch(report, { errors: [Errors.ALL], outputs: faultOf('{% $states.input.stage %}') });
  escalate.next(resume);
  const onFault = (state: TaskStateBase, stage: string) => {
    state.addCatch(report, { errors: [Errors.ALL], outputs: faultOf(stage) });
    return state;
  };

  const opened = new Map<string, TaskStateBase>(stages.map((stage) => [stage, task.open(stage)]));
  const enter = (stage: string): IChainable => opened.get(stage) ?? closed;

  const after = (stage: string): Choice => {
    const choice = Choice.jsonata(scope, `After${stage}`, {
      comment: 'Further than one step when people were faster than the machine',
      outputs: { resumeFrom: '{% $states.input.stage %}' },
    });
    for (const next of [stage, ...nextStages(kind, stage)])
      choice.when(Condition.jsonata(`{% $states.input.stage = '${next}' %}`), enter(next));
    return choice.otherwise(resume);
  };

  const leave = (stage: string, state: TaskStateBase & INextable) => {
    const choice = after(stage);
    if (!isNotice(stage)) return state.next(choice);
    const close = onFault(task.close(stage), stage);
    close.next(choice);
    const wait = Wait.jsonata(scope, `Wait${stage}End`, { time: WaitTime.timestamp('{% $states.input.until %}') });
    wait.next(close);
    return state.next(
      Choice.jsonata(scope, `${stage}Published`, { comment: 'A published notice has an end' })
        .when(Condition.jsonata('{% $exists($states.input.until) %}'), wait)
        .otherwise(choice),
    );
  };

  for (const [stage, state] of opened) {
    state.addCatch(escalate, { errors: [Errors.TIMEOUT], outputs: { stage } });
    onFault(state, stage);
    leave(stage, state);
  }

  const [first = ''] = stages;
  const absent = Condition.jsonata('{% $not($exists($states.input.resumeFrom)) %}');
  resume.when(absent, enter(first));
  for (const stage of stages)
    resume.when(Condition.jsonata(`{% $states.input.resumeFrom = '${stage}' %}`), enter(stage));
  const ends = [...new Set(stages.flatMap((stage) => nextStages(kind, stage)))].filter((stage) => isEnd(kind, stage));
  const isOver = ends.map((stage) => `$states.input.resumeFrom = '${stage}'`).join(' or ');
  return resume.when(Condition.jsonata(`{% ${isOver} %}`), closed).otherwise(report);
}
