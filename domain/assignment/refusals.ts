/** Refusals about assigning assessors to panels (A9, A17, D26). */
export const assignmentRefusals = {
  'assignment.too-large': {
    kind: 'tooLarge',
    article: 'A9',
    zh: '待分配的申报与评审员过多(组合不超过 {most}),请分批进行。',
    en: 'Too many applications and assessors at once (at most {most} pairs): assign in parts.',
  },
  'assignment.twice': {
    kind: 'invalid',
    article: 'A17',
    zh: '同一申报在名单中出现两次。',
    en: 'An application is named twice.',
  },
  'assignment.faults': {
    kind: 'conflict',
    article: 'A17',
    zh: '有 {count} 个评审组不符合要求,未作任何指派。',
    en: '{count} panels do not stand, so nothing was assigned.',
  },
} as const;
