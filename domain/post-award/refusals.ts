/** Refusals about duties after the award (A26, A28). */
export const postAwardRefusals = {
  'duty.done-already': {
    kind: 'conflict',
    article: 'A26',
    zh: '该年度事项已完成,不能重复提交。',
    en: 'This duty of the year is done already.',
  },
  'duty.cancelled': {
    kind: 'conflict',
    article: 'A27',
    zh: '奖励已撤销,该事项不再办理。',
    en: 'The award was revoked; nothing is owed any more.',
  },
} as const;
