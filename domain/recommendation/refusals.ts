/** Refusals about a recommendation (A10). */
export const recommendationRefusals = {
  'recommendation.given-already': {
    kind: 'conflict',
    article: 'A10',
    zh: '推荐意见已于 {at} 出具,一份申报只出具一次推荐意见。',
    en: 'The recommendation was given at {at}; each application has one.',
  },
  'recommendation.late': {
    kind: 'conflict',
    article: 'A10',
    zh: '出具推荐意见的期限已于 {endsAt} 届满。',
    en: 'The time for recommendations ended at {endsAt}.',
  },
  'recommendation.wrong-paper': {
    kind: 'invalid',
    article: 'A10',
    zh: '所附文件不是推荐意见,请以“推荐意见”类别上传盖章文件。',
    en: 'The file is not declared as a recommendation; upload the signed opinion as one.',
  },
  'recommendation.not-a-pdf': {
    kind: 'invalid',
    article: 'A10',
    zh: '推荐意见须为盖章的 PDF 文件。',
    en: 'The signed opinion must be a PDF.',
  },
  'recommendation.jurisdiction-unclear': {
    kind: 'invalid',
    article: 'A10',
    zh: '请从您的管辖范围({jurisdictions})中选择一个。',
    en: 'Choose one of your jurisdictions ({jurisdictions}).',
  },
} as const;
