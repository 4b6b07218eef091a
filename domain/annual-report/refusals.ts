/** Refusals about yearly self-evaluation reports (A26). */
export const annualReportRefusals = {
  'annual-report.not-awaiting': {
    kind: 'conflict',
    article: 'A26',
    zh: '没有待确认的年度自评报告(当前状态:{status})。',
    en: 'No report awaits the office (the duty is {status}).',
  },
  'annual-report.due-in-past': {
    kind: 'invalid',
    article: 'A26',
    zh: '退回后的提交期限({dueOn})须晚于今天。',
    en: 'The new due day ({dueOn}) must be after today.',
  },
  'annual-report.no-public-part': {
    kind: 'conflict',
    article: 'A26',
    zh: '该报告没有填写可公开的内容。',
    en: 'The report has no part that could be published.',
  },
} as const;
