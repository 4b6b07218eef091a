/** Refusals that any request can meet: its form, its sender, the record it names. */
export const requestRefusals = {
  'request.invalid': {
    kind: 'invalid',
    zh: '请求内容不符合要求,请检查标出的字段。',
    en: 'The request does not fit; check the fields named.',
  },
  'request.not-json': { kind: 'invalid', zh: '请求正文不是有效的 JSON。', en: 'The request body is not valid JSON.' },
  'request.idempotency-key-reused': {
    kind: 'conflict',
    zh: '同一幂等键已用于另一项请求,请换用新的键。',
    en: 'This idempotency key was used for a different request; use a new one.',
  },
  'record.changed': {
    kind: 'conflict',
    zh: '该记录刚被他人修改,请刷新后重试。',
    en: 'The record was changed meanwhile; reload and try again.',
  },
  'record.exists': { kind: 'conflict', zh: '该记录已存在。', en: 'The record exists already.' },
  'record.not-found': {
    kind: 'notFound',
    zh: '未找到该记录,或您无权查看。',
    en: 'There is no such record, or it is not yours to see.',
  },
  'person.not-registered': {
    kind: 'forbidden',
    zh: '请先完成注册(同意个人信息处理告知)。',
    en: 'Register first (consent to the privacy notice).',
  },
  'person.role-missing': {
    kind: 'forbidden',
    zh: '您没有办理该事项的权限(需要:{roles})。',
    en: 'This is not yours to do (needs: {roles}).',
  },
  'person.not-owner': {
    kind: 'forbidden',
    article: 'A15',
    zh: '仅申报主体本人可以办理。',
    en: 'Only the applicant concerned may do this.',
  },
  'person.submit-right-missing': {
    kind: 'forbidden',
    article: 'A15',
    zh: '提交和撤回须由申报负责人或经其授权提交的成员办理。',
    en: 'Handing in and withdrawing are for the owner, or a member whom the owner gave that right.',
  },
  'person.own-application': {
    kind: 'forbidden',
    article: 'A7',
    zh: '您参加了该申报主体的申报工作,不能办理对它的审查、推荐、评审或决定。',
    en: 'You act for this applicant, so examining, recommending and deciding on it are not yours to do.',
  },
  'stage.action-unavailable': {
    kind: 'conflict',
    article: 'A16',
    zh: '当前阶段“{stage}”不能办理“{action}”;现在可办理:{available}。',
    en: '{action} is not possible in stage {stage}; possible now: {available}.',
  },
} as const;
