/** Refusals about duties after the award (A26, A28). */
export const postAwardRefusals = {
  'duty.done-already': {
    kind: 'conflict',
    article: 'A26',
    zh: '该年度事项已完成,不能重复提交。',
    en: 'This duty of the year is done already.',
  },
} as const;
