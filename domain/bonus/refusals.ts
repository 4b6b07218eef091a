/** Refusals about budget and bonuses (A6). */
export const bonusRefusals = {
  'bonus.organisation': {
    kind: 'conflict',
    article: 'A6',
    zh: '对获得表彰奖励的组织不发放奖金。',
    en: 'Organisations receive no bonus.',
  },
  'bonus.not-for-award': {
    kind: 'conflict',
    article: 'A6',
    zh: '奖金只发给获质量奖的个人。',
    en: 'A bonus is for individuals who won the Quality Award.',
  },
  'bonus.revoked': {
    kind: 'conflict',
    article: 'A27',
    zh: '所获奖励已撤销,不得发放奖金。',
    en: 'The award is revoked; no bonus is paid.',
  },
  'bonus.amount-wrong': {
    kind: 'invalid',
    article: 'A6',
    zh: '奖金须与本届规定一致({setFen} 分);规定为 0 的不发放。',
    en: 'A bonus is what the cycle sets ({setFen} fen), and none where that is 0.',
  },
  'bonus.tax-wrong': {
    kind: 'invalid',
    article: 'A6',
    zh: '代扣税额不得大于奖金。',
    en: 'More tax than bonus cannot be withheld.',
  },
  'bonus.year-wrong': {
    kind: 'invalid',
    article: 'A6',
    zh: '市政府 {decidedOn} 审定的奖励不得列支以前年度的经费。',
    en: 'No budget of a year before the decision ({decidedOn}) pays for it.',
  },
  'bonus.proposed-already': {
    kind: 'conflict',
    article: 'A6',
    zh: '该获奖者的奖金已提出,一次获奖只发放一次。',
    en: 'A bonus was proposed for this award already; there is one.',
  },
  'bonus.wrong-status': {
    kind: 'conflict',
    article: 'A6',
    zh: '该奖金当前状态为“{status}”,不能办理该事项。',
    en: 'Not possible while the bonus is {status}.',
  },
  'bonus.reason-missing': {
    kind: 'invalid',
    article: 'A6',
    zh: '不同意的须说明理由。',
    en: 'A rejection needs its reason.',
  },
  'bonus.date-wrong': {
    kind: 'invalid',
    article: 'A6',
    zh: '日期不得晚于今天,付款不得早于批准之日。',
    en: 'The date cannot be after today, nor a payment before its approval.',
  },
  'bonus.over-budget': {
    kind: 'conflict',
    article: 'A6',
    zh: '超出当年奖励经费:预算 {budgetFen} 分,已列支 {committedFen} 分。',
    en: 'Over the year’s budget: {budgetFen} fen, of which {committedFen} are committed.',
  },
  'bonus.budget-below-committed': {
    kind: 'conflict',
    article: 'A6',
    zh: '预算不得低于已列支的 {committedFen} 分。',
    en: 'The budget cannot be below what is committed, {committedFen} fen.',
  },
  'bonus.more-than-due': {
    kind: 'invalid',
    article: 'A27',
    zh: '尚待追回 {openFen} 分,不得多记。',
    en: '{openFen} fen are still owed; more cannot be recorded.',
  },
} as const;
