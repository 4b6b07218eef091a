/** Refusals about public notices (A16, A21). */
export const noticeRefusals = {
  'notice.nobody': {
    kind: 'conflict',
    article: 'A16',
    zh: '目前没有可以公示的申报,原因见预览。',
    en: 'There is nobody to publish; the preview says why.',
  },
  'notice.under-way': {
    kind: 'conflict',
    article: 'A16',
    zh: '本届同类公示正在办理,请待其完成后再办理。',
    en: 'A notice of this kind is being put together or carried out; wait until it is through.',
  },
  'notice.not-running': {
    kind: 'conflict',
    article: 'A16',
    zh: '该公示不在公示期内(已期满、已被更正或尚未发布),不能更正。期满后发现遗漏的,另行公示。',
    en: 'The notice is not running (over, superseded, or not published yet); someone missing is published in another.',
  },
  'notice.not-published': {
    kind: 'conflict',
    article: 'A16',
    zh: '该申报尚未公示。',
    en: 'The application has not been published in a notice yet.',
  },
  'notice.running': {
    kind: 'conflict',
    article: 'A16',
    zh: '公示期至 {endsAt},尚未届满。',
    en: 'The notice runs until {endsAt}.',
  },
} as const;
