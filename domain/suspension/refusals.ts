/** Refusals about late facts, suspended cases and refusals by two persons (A13, A16). */
export const suspensionRefusals = {
  'case.suspended': {
    kind: 'conflict',
    article: 'A16',
    zh: '该申报已中止:有待处理的不得申报情形,或有待复核的不予受理意见({articles})。处理完毕前不得进入下一环节。',
    en: 'The case is suspended: a late fact or a proposed refusal ({articles}) has to be resolved before it goes on.',
  },
  'suspension.none': {
    kind: 'conflict',
    article: 'A16',
    zh: '该申报未处于中止状态。',
    en: 'The case is not suspended by a late fact.',
  },
  'proposal.stands': {
    kind: 'conflict',
    article: 'A16',
    zh: '已有待复核的意见(提出时间:{at}),请先复核。',
    en: 'A proposal made at {at} awaits its decision.',
  },
  'proposal.none': {
    kind: 'conflict',
    article: 'A16',
    zh: '没有待复核的意见。',
    en: 'There is no proposal to decide.',
  },
  'proposal.same-person': {
    kind: 'forbidden',
    article: 'A16',
    zh: '提出意见与复核不得为同一人,请由另一名工作人员复核。',
    en: 'Who proposed cannot confirm: another officer decides.',
  },
  'proposal.article-unfit': {
    kind: 'invalid',
    article: 'A13',
    zh: '因新事实中止的申报,不予受理须依据该情形的条款:{items}。',
    en: 'A case that a late fact suspended is refused by that exclusion: {items}.',
  },
} as const;
