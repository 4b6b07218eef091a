/** Refusals about personal data (PIPL). */
export const privacyRefusals = {
  'privacy.kept': {
    kind: 'conflict',
    article: 'A29',
    zh: '依照《办法》第二十九条,申报和评审档案须保存至 {until}(不含当日),期满前不能删除。您可以查阅、复制和更正。',
    en: 'By article 29 files of application and review are kept until {until} (that day excluded) and are not deleted before. You may read, copy and correct them.',
  },
  'privacy.role-held': {
    kind: 'conflict',
    article: 'A7',
    zh: '您仍担任职务({roles}),须先终止授权再注销。',
    en: 'You still hold duties ({roles}); they end before your data can be erased.',
  },
  'privacy.erased-already': {
    kind: 'conflict',
    zh: '您的个人信息已删除。',
    en: 'Your personal data was erased already.',
  },
  'privacy.decided-already': {
    kind: 'conflict',
    zh: '该更正申请已办结。',
    en: 'This request was answered already.',
  },
} as const;
