/** The four grounds of a revocation, by their paragraphs (A27). */
export const grounds = ['fraud', 'crimeOrMisconduct', 'accident', 'contraryToPurpose'] as const;
export type Ground = (typeof grounds)[number];

/** What people read for a ground, and where it stands. */
export const groundLabels = {
  fraud: { article: 'A27(1)', zh: '以虚假材料或不正当手段骗取称号', en: 'The title was obtained by false materials' },
  crimeOrMisconduct: { article: 'A27(2)', zh: '犯罪被判刑罚或严重违纪违法', en: 'A crime or grave misconduct' },
  accident: { article: 'A27(3)', zh: '获奖后发生较大以上安全事故等重大事故', en: 'A major accident after the award' },
  contraryToPurpose: {
    article: 'A27(4)',
    zh: '其他违反宗旨与原则、严重影响表彰声誉的重大事项',
    en: 'Another grave matter contrary to the purpose of the award',
  },
} as const satisfies Record<Ground, { article: string; zh: string; en: string }>;
