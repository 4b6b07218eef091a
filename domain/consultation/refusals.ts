/** Refusals about consultations (A16, D19). */
export const consultationRefusals = {
  'consultation.department-unknown': {
    kind: 'invalid',
    article: 'A16',
    zh: '下列部门尚无经办人,无法收函:{departments}。请系统管理员先授予角色。',
    en: 'Nobody answers for these departments yet: {departments}. An administrator grants the role first.',
  },
  'consultation.sent-already': {
    kind: 'conflict',
    article: 'A16',
    zh: '已向下列部门发函:{departments}。',
    en: 'A letter was already sent to: {departments}.',
  },
  'consultation.too-many': {
    kind: 'tooLarge',
    article: 'A16',
    zh: '一次向 {departments} 个部门发函最多涉及 {most} 个申报,请分批办理。',
    en: 'A request to {departments} departments covers at most {most} applicants; send it in parts.',
  },
  'consultation.nobody': {
    kind: 'conflict',
    article: 'A16',
    zh: '没有需要征求意见的申报。',
    en: 'There is nobody to consult on.',
  },
  'consultation.objection-undocumented': {
    kind: 'invalid',
    article: 'A16',
    zh: '有异议的,须写明事实的类别、日期和文件(文号或上传的文件)。',
    en: 'An objection names its fact: of what kind, of which day, on which document (number or file).',
  },
  'consultation.date-in-future': {
    kind: 'invalid',
    article: 'A16',
    zh: '事实日期 {on} 晚于今日({today})。',
    en: 'The date {on} is after today ({today}).',
  },
  'consultation.escalation-undocumented': {
    kind: 'invalid',
    article: 'A16',
    zh: '记录催办结果须附依据(文号或上传的文件)。',
    en: 'The outcome of an escalation needs its document (number or file).',
  },
  'consultation.over': {
    kind: 'conflict',
    article: 'A16',
    zh: '该函的征求意见已结束,不能再答复。',
    en: 'This consultation is over; it can no longer be answered.',
  },
  'consultation.answered-already': {
    kind: 'conflict',
    article: 'A16',
    zh: '该部门已于 {at} 答复。',
    en: 'The department answered at {at}.',
  },
  'consultation.escalated-already': {
    kind: 'conflict',
    article: 'A16',
    zh: '已于 {at} 记录催办结果。',
    en: 'The escalation was recorded at {at}.',
  },
  'consultation.not-due': {
    kind: 'conflict',
    article: 'A16',
    zh: '答复期限为 {dueOn}(含当日),期限届满后仍未答复的,方可记录催办结果。',
    en: 'The department has until the end of {dueOn}; only then can an escalation be recorded.',
  },
  'consultation.none-sent': {
    kind: 'conflict',
    article: 'A16',
    zh: '尚未书面征求任何部门意见。',
    en: 'No department has been consulted yet.',
  },
  'consultation.usual-missing': {
    kind: 'conflict',
    article: 'A16',
    zh: '尚未征求任何通常须征求意见的部门({departments})的意见,仅征求其他部门的不能结束征求意见。',
    en: 'None of the departments consulted as a rule was asked ({departments}); others alone are not enough.',
  },
  'consultation.unanswered': {
    kind: 'conflict',
    article: 'A16',
    zh: '下列部门尚未答复,也未记录催办结果:{departments}。未答复不视为同意。',
    en: 'These departments have neither answered nor been escalated: {departments}. Silence is not consent.',
  },
  'consultation.objection-stands': {
    kind: 'conflict',
    article: 'A16',
    zh: '下列部门提出反对意见:{departments}。请逐一说明不采纳的理由,或者办理不予受理。',
    en: 'These departments object: {departments}. Give the reason for not following each, or refuse the application.',
  },
  'consultation.assessment-unfit': {
    kind: 'invalid',
    article: 'A16',
    zh: '仅对提出反对意见的部门说明不采纳的理由:{departments}。',
    en: 'An assessment answers an objection only: {departments}.',
  },
  'consultation.department-unclear': {
    kind: 'invalid',
    zh: '请从您负责的部门({departments})中选择一个。',
    en: 'Choose one of your departments ({departments}).',
  },
} as const;
