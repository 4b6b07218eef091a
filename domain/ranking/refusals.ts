/** Refusals about shortlists and the recommended list (A17, A20). */
export const rankingRefusals = {
  'list.not-in-stage': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下申报不在本阶段，或已由先前的名单决定：{applications}。',
    en: 'Not in this stage, or decided by an earlier list: {applications}.',
  },
  'list.named-twice': {
    kind: 'invalid',
    zh: '以下申报重复列入：{applications}。',
    en: 'Named twice: {applications}.',
  },
  'list.not-named': {
    kind: 'invalid',
    article: 'A17',
    zh: '以下申报既未入选也未注明落选理由：{applications}。',
    en: 'Neither on the list nor named as out, with a reason: {applications}.',
  },
  'list.empty': {
    kind: 'conflict',
    zh: '本阶段没有可列入的申报。',
    en: 'There is no application in this stage to decide on.',
  },
  'shortlist.on-site-without-defence': {
    kind: 'invalid',
    article: 'A17',
    zh: '列入现场评审名单的须同时列入答辩名单：{applications}。',
    en: 'The on-site list is a part of the defence list: {applications}.',
  },
  'shortlist.report-missing': {
    kind: 'conflict',
    article: 'A17',
    zh: '以下申报尚无材料评审报告，不能列入：{applications}。',
    en: 'No report of the material review yet: {applications}.',
  },
  'shortlist.reason-missing': {
    kind: 'invalid',
    article: 'A17',
    zh: '以下申报的决定与系统建议不同(或同分须由评审办确定),须另行说明理由：{applications}。',
    en: "Decided otherwise than proposed (or tied at the last place) without the office's own reason: {applications}.",
  },
  'recommended.below-line': {
    kind: 'conflict',
    article: 'A20',
    zh: '以下申报的综合得分低于本届合格线，不能推荐授奖：{applications}。',
    en: "Below the cycle's passing line and so not to be recommended: {applications}.",
  },
  'recommended.scores-missing': {
    kind: 'conflict',
    article: 'A20',
    zh: '以下申报缺少答辩得分或现场评审报告：{applications}。',
    en: 'Without a defence score or an on-site report: {applications}.',
  },
} as const;
