/** Refusals about what is done for winners (A23, A24). */
export const winnerRefusals = {
  'winner.other-jurisdiction': {
    kind: 'forbidden',
    article: 'A23',
    zh: '只能登记本单位管辖范围({jurisdictions})内获奖者的推广和扶持。',
    en: 'Only winners of your own jurisdictions ({jurisdictions}) are promoted and supported here.',
  },
  'winner.entry-not-yet': {
    kind: 'invalid',
    article: 'A23',
    zh: '登记的日期({on})尚未到来。',
    en: 'The day of the entry ({on}) has not come yet.',
  },
  'winner.entry-too-early': {
    kind: 'invalid',
    article: 'A23',
    zh: '登记的日期早于授奖决定({decidedOn})。',
    en: 'The day of the entry is before the award was decided ({decidedOn}).',
  },
} as const;
