import type { Award } from './awarding.ts';

/** What people read for an award. */
export const awardNames = {
  qualityAward: { zh: '质量奖', en: 'Quality Award' },
  nominationAward: { zh: '质量奖提名奖', en: 'Nomination Award' },
} as const satisfies Record<Award, { zh: string; en: string }>;
