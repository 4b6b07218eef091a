/** Refusals about a cycle and its documents. */
export const cycleRefusals = {
  'cycle.too-soon': {
    kind: 'conflict',
    article: 'A5',
    zh: '每 5 年评审 1 次:{year} 年的一届距 {previous} 年的一届不足 5 年,须附评审委员会决定。',
    en: 'One cycle in five calendar years: {year} is too close to {previous} without a committee decision.',
  },
  'cycle.incomplete': {
    kind: 'conflict',
    article: 'A15',
    zh: '发布公告前尚缺:{missing}。',
    en: 'Still missing before the announcement: {missingEn}.',
  },
  'cycle.already-announced': {
    kind: 'conflict',
    article: 'A15',
    zh: '本届已发布公告;此后的变更须有评审委员会决定并公开发布变更公告。',
    en: 'The cycle is announced; from now on it takes a committee resolution and a published amendment to change it.',
  },
  'cycle.not-announced': {
    kind: 'conflict',
    article: 'A15',
    zh: '本届尚未发布公告,请直接修改草稿。',
    en: 'The cycle is not announced yet; change the draft itself.',
  },
  'cycle.dates-wrong': {
    kind: 'invalid',
    article: 'A15',
    zh: '申报截止时间须晚于开始时间,且开始时间不得早于公告发布时间。',
    en: 'Applications close after they open, and open no earlier than the announcement.',
  },
  'cycle.not-open': {
    kind: 'conflict',
    article: 'A15',
    zh: '申报尚未开始(开始时间:{opensAt})。',
    en: 'Applications are not open yet (they open at {opensAt}).',
  },
  'cycle.closed': {
    kind: 'conflict',
    article: 'A15',
    zh: '申报已截止(截止时间:{closesAt}),不能再提交;草稿仍可查看。',
    en: 'Applications closed at {closesAt}; drafts stay readable but can no longer be submitted.',
  },
  'cycle.number-taken': {
    kind: 'conflict',
    article: 'A15',
    zh: '该文号已用于另一份已发布的文件。',
    en: 'Another published document has this number.',
  },
} as const;
