/** Refusals about programmes, people and their roles. */
export const programmeRefusals = {
  'person.already-registered': { kind: 'conflict', zh: '您已注册。', en: 'You are registered already.' },
  'programme.prefix-taken': {
    kind: 'conflict',
    article: 'A25',
    zh: '该证书编号前缀已被其他奖项使用,请另选。',
    en: 'Another programme uses this certificate prefix; choose another.',
  },
  'programme.department-twice': {
    kind: 'invalid',
    article: 'A16',
    zh: '部门代码重复:{departments}。',
    en: 'These department codes are listed twice: {departments}.',
  },
  'programme.department-held': {
    kind: 'conflict',
    article: 'A16',
    zh: '下列部门仍有经办人,不能从名录中删除:{departments}。',
    en: 'Somebody still answers for these departments, so they stay on the list: {departments}.',
  },
  'grant.department-unknown': {
    kind: 'invalid',
    article: 'A16',
    zh: '名录中没有该部门:{department}。',
    en: 'The list has no such department: {department}.',
  },
  'grant.incompatible': {
    kind: 'conflict',
    article: 'A7',
    zh: '该角色与此人已有的角色({roles})职责冲突,不能兼任。',
    en: 'This role conflicts with one the person holds ({roles}).',
  },
  'grant.detail-missing': {
    kind: 'invalid',
    article: 'A10',
    zh: '授予该角色须填写 {field}。',
    en: 'Granting this role needs {field}.',
  },
  'grant.not-standing': { kind: 'conflict', zh: '该授权不存在或已终止。', en: 'There is no such standing grant.' },
  'calendar.year-missing': {
    kind: 'conflict',
    article: 'A16',
    zh: '尚未录入 {year} 年节假日与调休安排,无法计算工作日;请系统管理员录入后重试。',
    en: 'The calendar of {year} is not loaded, so working days cannot be counted; an administrator loads it first.',
  },
} as const;
