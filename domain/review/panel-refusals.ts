/** Refusals about who is on a panel (A17, D26). */
export const panelRefusals = {
  'panel.size-wrong': {
    kind: 'invalid',
    article: 'A17',
    zh: '评审组须为 {least} 至 {most} 人，且不得重复。',
    en: 'A panel has {least} to {most} assessors, each once.',
  },
  'panel.leader-not-among-them': {
    kind: 'invalid',
    article: 'A17',
    zh: '组长须为评审组成员。',
    en: 'The leader is one of the panel.',
  },
  'panel.applicant-among-them': {
    kind: 'conflict',
    article: 'A17',
    zh: '申报主体本人不得担任该申报的评审员。',
    en: 'An applicant cannot assess their own application.',
  },
  'panel.not-assessors': {
    kind: 'conflict',
    article: 'A9',
    zh: '以下人员现不是本奖项的评审员：{people}。',
    en: 'Not assessors of this programme now: {people}.',
  },
  'panel.conflict': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下评审员已声明与该申报有利害关系，不能参与：{people}。',
    en: 'These assessors declared a conflict with this application: {people}.',
  },
  'panel.sheets-handed-in': {
    kind: 'conflict',
    article: 'A17',
    zh: '已有评审员提交独立评审表，不能更换评审组；仅可补足因回避空出或说明理由终止的席位、变更组长，且已提交者须保留。',
    en: 'Sheets are handed in: only a seat that a conflict emptied or that is ended with a reason can be filled, or another leader named; those who handed in stay.',
  },
  'panel.seat-not-ended': {
    kind: 'invalid',
    article: 'A9',
    zh: '以下人员不在评审组中，或仍列入新的评审组，不能终止其席位：{people}。',
    en: 'Not on the panel, or named for the new one: the seat does not end for {people}.',
  },
  'panel.seat-handed-in': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下评审员已提交评审表且仍在聘期，其评审有效，不能终止其席位：{people}。',
    en: 'Handed in and still in the pool, so their review counts and their seat stays: {people}.',
  },
  'panel.no-term': {
    kind: 'conflict',
    article: 'A9',
    zh: '以下人员不在专家库聘期内，不能指派：{people}。',
    en: 'No term in the assessor pool covers today for: {people}.',
  },
  'panel.conflict-detected': {
    kind: 'conflict',
    article: 'A17',
    zh: '经核对任职单位及申报主体的顾客、供方，以下评审员与该申报有利害关系：{people}。',
    en: 'Employer, customers or suppliers show a conflict with this application for: {people}.',
  },
  'panel.not-pledged': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下评审员尚未签署本届公正与保密承诺：{people}。',
    en: "These assessors have not signed this cycle's pledge: {people}.",
  },
  'panel.load-full': {
    kind: 'conflict',
    article: 'A9',
    zh: '以下评审员本届承担的申报已达上限：{people}。',
    en: 'These assessors bear as many applications of the cycle as the rules allow: {people}.',
  },
  'panel.short': {
    kind: 'conflict',
    article: 'A17',
    zh: '评审组只有 {members} 人，少于规定的 {least} 人，请先补足，补足前不能提交报告或结束本环节。',
    en: 'The panel has {members} assessors, fewer than {least}: it closes nothing before its seats are filled.',
  },
  'panel.report-handed-in': {
    kind: 'conflict',
    article: 'A17',
    zh: '评审组报告已提交，不能再更改。',
    en: "The panel's report is handed in; it stands.",
  },
} as const;
