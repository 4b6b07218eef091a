/** Refusals about a revocation (A27). */
export const revocationRefusals = {
  'revocation.running': {
    kind: 'conflict',
    article: 'A27',
    zh: '该获奖者的撤销程序正在进行。',
    en: 'A revocation of this winner is under way.',
  },
  'revocation.revoked-already': {
    kind: 'conflict',
    article: 'A27',
    zh: '该奖励已撤销。',
    en: 'This award is revoked already.',
  },
  'revocation.hearing-open': {
    kind: 'conflict',
    article: 'A27',
    zh: '陈述申辩期限至 {endsAt} 届满,届满前不能结束。',
    en: 'The right to be heard lasts until {endsAt}; it cannot be closed before.',
  },
  'revocation.hearing-over': {
    kind: 'conflict',
    article: 'A27',
    zh: '陈述申辩期限已于 {endsAt} 届满。',
    en: 'The time to be heard ended at {endsAt}.',
  },
  'revocation.task-done': {
    kind: 'conflict',
    article: 'A27',
    zh: '该项已登记完成。',
    en: 'This task is recorded as done.',
  },
  'revocation.task-unknown': {
    kind: 'invalid',
    article: 'A27',
    zh: '该获奖者不适用此项(组织不发放奖金,无须追回)。',
    en: 'Not a task here (organisations receive no bonus, so none is clawed back).',
  },
  'ban.in-force': {
    kind: 'conflict',
    article: 'A27',
    zh: '因奖励被撤销,{until} 以前(含当日)不接受其申报。',
    en: 'Because an award was revoked, no application is accepted until {until}, that day included.',
  },
} as const;
