/** Refusals about yearly inspections and what follows from them (A28). */
export const inspectionRefusals = {
  'inspection.day-past': {
    kind: 'invalid',
    article: 'A28',
    zh: '巡查日期({on})已过。',
    en: 'The day of the inspection ({on}) is past.',
  },
  'inspection.areas-missing': {
    kind: 'invalid',
    article: 'A28',
    zh: '巡查方案须覆盖经营管理、绩效、稳定性和发展趋势;缺少:{areas}。',
    en: 'A plan covers management, performance, stability and trend; missing: {areas}.',
  },
  'inspection.team-unfit': {
    kind: 'invalid',
    article: 'A28',
    zh: '巡查人员须为评审办人员或评审员,且与该获奖者无利害关系;不符合的:{people}。',
    en: 'The team are officers or assessors without a conflict of interest; these are not: {people}.',
  },
  'inspection.not-on-team': {
    kind: 'forbidden',
    article: 'A28',
    zh: '您不是本次巡查的人员。',
    en: 'You are not on the team of this inspection.',
  },
  'inspection.not-yet': {
    kind: 'conflict',
    article: 'A28',
    zh: '该日期({on})尚未到来。',
    en: 'That day ({on}) has not come yet.',
  },
  'inspection.wrong-status': {
    kind: 'conflict',
    article: 'A28',
    zh: '巡查当前状态为 {status},须为 {needed} 方可进行此项操作。',
    en: 'The inspection is {status} and would have to be {needed}.',
  },
  'inspection.worksheets-missing': {
    kind: 'conflict',
    article: 'A28',
    zh: '尚缺巡查记录:{areas}。',
    en: 'Worksheets are missing: {areas}.',
  },
  'inspection.order-missing': {
    kind: 'invalid',
    article: 'A28',
    zh: '严重下滑或未整改到位的,须提出整改要求、整改期限和复查期限。',
    en: 'A serious decline takes an order: what to put right, by when, and when it is looked at again.',
  },
  'inspection.order-days': {
    kind: 'invalid',
    article: 'A28',
    zh: '整改期限({dueOn})须晚于今天,复查期限({reInspectBy})须晚于整改期限。',
    en: 'The due day ({dueOn}) is after today, and the re-inspection ({reInspectBy}) after that.',
  },
  'inspection.rounds-over': {
    kind: 'conflict',
    article: 'A28',
    zh: '整改最多 {most} 次;仍未到位的,应认定整改完成或立案调查。',
    en: 'Nothing is ordered more than {most} times: it is put right, or a case.',
  },
  'inspection.fact-missing': {
    kind: 'invalid',
    article: 'A27',
    zh: '发现可撤销奖励的事实,须写明撤销情形和事实,以便立案;巡查本身不能撤销奖励。',
    en: 'A revocable fact takes a ground and the facts, on which a case is opened; an inspection revokes nothing.',
  },
  'inspection.rectification-running': {
    kind: 'conflict',
    article: 'A28',
    zh: '整改期限至 {dueOn},获奖者尚未提交整改情况,期限届满前不能复查。',
    en: 'The winner has until {dueOn} and has handed in nothing; it is looked at again after that day.',
  },
} as const;
