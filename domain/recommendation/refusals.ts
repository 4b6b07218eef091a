/** Refusals about a recommendation (A10). */
export const recommendationRefusals = {
  'recommendation.given-already': {
    kind: 'conflict',
    article: 'A10',
    zh: '推荐意见已于 {at} 出具,一份申报只出具一次推荐意见。',
    en: 'The recommendation was given at {at}; each application has one.',
  },
  'recommendation.jurisdiction-unclear': {
    kind: 'invalid',
    article: 'A10',
    zh: '请从您的管辖范围({jurisdictions})中选择一个。',
    en: 'Choose one of your jurisdictions ({jurisdictions}).',
  },
} as const;
