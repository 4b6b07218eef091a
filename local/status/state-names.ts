import { revocationStageLabels, stageLabels } from '#domain/labels';

const stages = new Map(
  [...Object.entries(stageLabels), ...Object.entries(revocationStageLabels)].map(([stage, { zh }]) => [stage, zh]),
);

const others: ReadonlyMap<string, string> = new Map([
  ['ResumeAtStage', '从哪个阶段继续'],
  ['CaseClosed', '结案'],
  ['EscalateWait', '逾期未办,升级'],
  ['ReportFault', '报告故障'],
  ['CaseNeedsOperator', '等待运维处理'],
  ['WhatToDo', '开启还是提醒?'],
  ['OpenYearlyDuties', '开启年度事项'],
  ['MoreWinners', '还有获奖者?'],
  ['AllDutiesOpen', '全部开启'],
  ['ForEachPart', '分部分提醒'],
  ['RemindPart', '提醒一部分'],
  ['MoreInPart', '还有事项?'],
  ['PartReminded', '该部分已提醒'],
  ['TellStaff', '告知评审办'],
  ['AllTold', '全部告知?'],
  ['AllReminded', '全部提醒'],
  ['SomeNotReminded', '部分未能提醒'],
  ['PushToPlatform', '推送至平台'],
  ['ReportPushFailure', '报告推送失败'],
  ['PushOver', '推送结束'],
]);

const shapes: readonly (readonly [RegExp, (stage: string) => string])[] = [
  [/^Open(\w+)$/, (stage) => stage],
  [/^After(\w+)$/, (stage) => `${stage}之后`],
  [/^Wait(\w+)End$/, (stage) => `等${stage}期满`],
  [/^Close(\w+)$/, (stage) => `结束${stage}`],
  [/^(\w+)Published$/, (stage) => `${stage}已发布?`],
];

/** A state's name in Chinese, when it is one that the award knows. */
export function stateLabel(name: string): string | undefined {
  const known = others.get(name);
  if (known !== undefined) return known;
  for (const [shape, say] of shapes) {
    const stage = stages.get(shape.exec(name)?.[1] ?? '');
    if (stage !== undefined) return say(stage);
  }
  return undefined;
}
