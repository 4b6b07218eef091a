/** Refusals about cultivation (A10). */
export const cultivationRefusals = {
  'cultivation.other-jurisdiction': {
    kind: 'forbidden',
    article: 'A10',
    zh: '只能登记本单位管辖范围({jurisdictions})内的培育工作。',
    en: 'Only cultivation in your own jurisdictions ({jurisdictions}) can be recorded.',
  },
  'cultivation.not-yet': {
    kind: 'invalid',
    article: 'A10',
    zh: '培育日期({on})尚未到来。',
    en: 'The day of the cultivation ({on}) has not come yet.',
  },
} as const;
