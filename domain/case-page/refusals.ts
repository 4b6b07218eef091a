/** Refusals about case pages (A26). */
export const casePageRefusals = {
  'case-page.wrong-status': {
    kind: 'conflict',
    article: 'A26',
    zh: '经验案例当前状态为 {status},须为 {needed} 方可进行此项操作:先提交,经评审办同意后方可公开。',
    en: 'The case page is {status} and would have to be {needed}: it is submitted, consented to by the office, then published.',
  },
  'case-page.no-reason': {
    kind: 'invalid',
    article: 'A26',
    zh: '退回经验案例须说明理由。',
    en: 'A case page is returned with a reason.',
  },
} as const;
