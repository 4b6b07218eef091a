/** Refusals about public notices (A16, A21). */
export const noticeRefusals = {
  'notice.nobody': {
    kind: 'conflict',
    article: 'A16',
    zh: '目前没有待公示的申报。',
    en: 'There is nobody to publish.',
  },
  'notice.published-meanwhile': {
    kind: 'conflict',
    article: 'A16',
    zh: '刚有另一份公示发布,请刷新预览后再办理。',
    en: 'Another notice was published a moment ago; look at the preview again.',
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
