/** Refusals about conflicts of interest (A17, D26). */
export const conflictRefusals = {
  'conflict.declared-already': {
    kind: 'conflict',
    article: 'A17',
    zh: '您已声明与该申报的利害关系。',
    en: 'You declared a conflict with this application already.',
  },
  'conflict.recorded-already': {
    kind: 'conflict',
    article: 'A17',
    zh: '该人员与该申报的利害关系已登记。',
    en: "This person's conflict with the application is on record already.",
  },
  'conflict.no-duty': {
    kind: 'invalid',
    article: 'A17',
    zh: '该人员在本奖项中没有须回避的职责(评审员、评审办、评审委、部门、推荐单位、登记员)。',
    en: 'This person has no duty in the programme from which a conflict would keep them.',
  },
  'conflict.applicant': {
    kind: 'conflict',
    article: 'A17',
    zh: '申报主体本人不能就自己的申报登记回避。',
    en: 'An applicant has no conflict with their own application.',
  },
  'conflict.own': {
    kind: 'forbidden',
    article: 'A17',
    zh: '不能解除本人的回避,须由其他工作人员说明理由后解除。',
    en: 'Nobody lifts their own conflict; another officer does, with a reason.',
  },
  'conflict.none': {
    kind: 'conflict',
    article: 'A17',
    zh: '该人员与该申报没有有效的利害关系登记。',
    en: 'This person has no standing conflict with the application.',
  },
  'conflict.with-one-of-them': {
    kind: 'forbidden',
    article: 'A17',
    zh: '您与其中一项申报有利害关系,该事项由其他人员办理。',
    en: 'You have a conflict of interest with one of these applications; somebody else does this.',
  },
} as const;
