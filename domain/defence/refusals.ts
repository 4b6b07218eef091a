/** Refusals of the defence (A18). */
export const defenceRefusals = {
  'defence.not-senior-leader': {
    kind: 'invalid',
    article: 'A18',
    zh: '组织答辩人须为申报表登记的高层领导（{expected}）。',
    en: 'An organisation is defended by the senior leader named in its form ({expected}).',
  },
  'defence.not-in-person': {
    kind: 'invalid',
    article: 'A18',
    zh: '个人申报须由本人（{expected}）答辩。',
    en: 'An individual ({expected}) defends in person.',
  },
  'defence.slot-past': {
    kind: 'invalid',
    article: 'A18',
    zh: '答辩时间不能早于现在。',
    en: 'The defence cannot be scheduled in the past.',
  },
  'defence.not-held': {
    kind: 'conflict',
    article: 'A18',
    zh: '答辩尚未安排或尚未到时间（{at}）。',
    en: 'The defence is not scheduled or has not begun ({at}).',
  },
  'defence.no-defender': {
    kind: 'conflict',
    article: 'A18',
    zh: '尚未登记答辩人，不能评分；答辩人未到场请登记缺席。',
    en: 'No defender is registered, so nothing can be scored; record a no-show if nobody came.',
  },
  'defence.begun': {
    kind: 'conflict',
    article: 'A18',
    zh: '已有评分或缺席记录，不能再更改答辩人或时间。',
    en: 'There are scores or a no-show already: defender and time stand.',
  },
  'defence.completed': {
    kind: 'conflict',
    article: 'A18',
    zh: '答辩已结束。',
    en: 'The defence is closed.',
  },
  'defence.scored-already': {
    kind: 'conflict',
    article: 'A18',
    zh: '您已对该答辩评分，不能修改。',
    en: 'You scored this defence already.',
  },
  'defence.no-show-recorded': {
    kind: 'conflict',
    article: 'A18',
    zh: '已登记缺席，缺席者不评分。',
    en: 'A no-show is recorded; a no-show is never scored.',
  },
  'defence.scores-exist': {
    kind: 'conflict',
    article: 'A18',
    zh: '已有评分，不能再登记缺席。',
    en: 'There are scores, so it was no no-show.',
  },
  'defence.scores-missing': {
    kind: 'conflict',
    article: 'A18',
    zh: '评审组还有 {missing} 人未评分，且未登记缺席，不能结束答辩。',
    en: '{missing} of the panel have not scored and no no-show is recorded.',
  },
} as const;
