/** Refusals about a vote on a place that came free (A21, D20). */
export const reopenRefusals = {
  'vote.no-substitutes': {
    kind: 'conflict',
    article: 'A21',
    zh: '本届设定：拟获奖名额空出后不再表决，名额空缺。',
    en: 'By the setting of this cycle a place that comes free stays empty.',
  },
  'vote.cycle-over': {
    kind: 'conflict',
    article: 'A21',
    zh: '本届评审已结束，不能重新表决。',
    en: 'The cycle is over: there is no new vote.',
  },
  'vote.no-place-free': {
    kind: 'conflict',
    article: 'A21',
    zh: '没有因拟获奖者退出或被取消而空出的名额。',
    en: 'No place came free by a proposed winner who dropped out.',
  },
  'vote.nobody-to-reopen': {
    kind: 'conflict',
    article: 'A21',
    zh: '没有可重新提交表决的申报：须曾付表决、未获通过，且与空出的名额同类。',
    en: 'There is nobody to vote on again: only who was voted on for such a place and not elected.',
  },
} as const;
