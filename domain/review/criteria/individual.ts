/** The individual criteria, 1000 points: a placeholder until the city's own text is loaded (A11). */
export const individualCriteria = {
  edition: 'individual-draft-1',
  categories: [
    {
      code: 'G',
      zh: '个人评价',
      en: 'The individual',
      items: [
        { code: 'G.1', points: 150, zh: '质量理念与职业素养', en: 'Quality ethos and conduct', scoredBy: 'process' },
        { code: 'G.2', points: 250, zh: '方法与创新', en: 'Methods and innovation', scoredBy: 'process' },
        { code: 'G.3', points: 300, zh: '业绩贡献', en: 'Achievements', scoredBy: 'result' },
        { code: 'G.4', points: 200, zh: '推广与影响力', en: 'Spread and influence', scoredBy: 'result' },
        { code: 'G.5', points: 100, zh: '诚信与责任', en: 'Integrity and responsibility', scoredBy: 'process' },
      ],
    },
  ],
} as const;
