/** Refusals about a cycle. */
export const cycleRefusals = {
  'cycle.too-soon': {
    kind: 'conflict',
    article: 'A5',
    zh: '每 5 年评审 1 次:{year} 年的一届距上届({previous} 年)不足 5 年,须附评审委员会决定。',
    en: 'One cycle in five calendar years: {year} is too close to {previous} without a committee decision.',
  },
  'cycle.already-announced': {
    kind: 'conflict',
    article: 'A15',
    zh: '本届已发布公告,不能再修改。',
    en: 'The cycle is announced; it can no longer be changed.',
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
} as const;
