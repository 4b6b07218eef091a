import type { Block } from '../assessor/eligible.ts';

/** What people read for each constraint. */
export const blockLabels: Readonly<Record<Block, { readonly zh: string; readonly en: string }>> = {
  onPanel: { zh: '已在本评审组', en: 'On this panel already' },
  applicant: { zh: '申报主体本人', en: 'The applicant' },
  notAssessor: { zh: '现无评审员角色', en: "Does not hold the assessor's role now" },
  noTerm: { zh: '不在聘期内或已退出专家库', en: 'No term covers today, or left the pool' },
  conflict: { zh: '已声明或登记利害关系', en: 'A conflict is declared or recorded' },
  conflictDetected: {
    zh: '任职、供需关系核查发现利害关系',
    en: 'A conflict is detected from employer, customers or suppliers',
  },
  notPledged: { zh: '未签署本届承诺', en: "Has not signed this cycle's pledge" },
  loadFull: { zh: '已达承担项数上限', en: 'Bears as many cases as the rules allow' },
};
