/** Refusals of the on-site review (A19). */
export const onSiteRefusals = {
  'on-site.dates-wrong': {
    kind: 'invalid',
    article: 'A19',
    zh: '现场评审的结束日期不得早于开始日期，开始日期不得早于今天。',
    en: 'The visit ends no earlier than it begins, and begins no earlier than today.',
  },
  'on-site.items-twice': {
    kind: 'invalid',
    article: 'A19',
    zh: '现场评审事项重复：{items}。',
    en: 'Items given twice: {items}.',
  },
  'on-site.plan-missing': {
    kind: 'conflict',
    article: 'A19',
    zh: '评审办尚未制定现场评审计划，不能提交报告。',
    en: 'There is no plan of the visit, so there can be no report.',
  },
  'on-site.not-begun': {
    kind: 'conflict',
    article: 'A19',
    zh: '现场评审 {from} 才开始，不能提前提交报告。',
    en: 'The visit only begins on {from}.',
  },
  'on-site.findings-missing': {
    kind: 'invalid',
    article: 'A19',
    zh: '计划中的以下事项没有评审结论：{items}。',
    en: 'Planned items without a finding: {items}.',
  },
  'on-site.findings-unplanned': {
    kind: 'invalid',
    article: 'A19',
    zh: '以下事项不在计划内：{items}。',
    en: 'Findings on items that were not planned: {items}.',
  },
} as const;
