import type { reviewRules } from '../rules/review.ts';
import type { Setting } from './setting.ts';

/** What the settings of the review are about. */
export const reviewSettings = {
  weights: {
    code: 'D6',
    article: 'A20',
    question: { zh: '综合得分如何合成?', en: 'How is the composite score made up?' },
    reason: {
      zh: '现场评审核实最充分,占 70;答辩占 30;材料评审作为入围门槛,不重复计分。',
      en: 'The on-site review verifies most and weighs 70, the defence 30; the materials were the gate.',
    },
    options: [{ zh: '其他权重,合计 100', en: 'other weights that make 100' }],
    amendable: 'beforeClosing',
  },
  passingLineMilli: {
    code: 'D6',
    article: 'A20',
    question: { zh: '是否设综合得分合格线?', en: 'Is there a passing line of the composite score?' },
    reason: {
      zh: '办法未规定,默认不设,由评审委把握“宁缺毋滥”。',
      en: 'The regulation sets none; by default the committee alone keeps it better vacant than weak.',
    },
    options: [{ zh: '如 620 分(以千分之一分计:620000)', en: 'such as 620 points, in thousandths: 620000' }],
    amendable: 'beforeClosing',
  },
  shortlist: {
    code: 'D23',
    article: 'A17',
    question: {
      zh: '入围答辩和现场评审的名单如何提出?',
      en: 'How are the lists for defence and on-site review proposed?',
    },
    reason: {
      zh: '默认按材料评审得分设门槛(0 为不设),评审办逐一说明理由;现场评审名单不超出答辩名单。',
      en: 'By default from a score on (0: no line), with a reason for each; whoever is visited was on the defence list.',
    },
    options: [{ zh: '按得分排序,每类取前若干名', en: 'by rank: the first so many of each kind' }],
    amendable: 'beforeClosing',
  },
  defenceMinutes: {
    code: 'D23',
    article: 'A18',
    question: { zh: '一场答辩多长时间?', en: 'How long does a defence take?' },
    reason: { zh: '40 分钟:陈述约一半,答问约一半。', en: 'Forty minutes: half to present, half to answer.' },
    options: [{ zh: '5 至 480 分钟,单场可另定', en: '5 to 480 minutes; a single defence may differ' }],
    amendable: 'always',
  },
  defenceSheet: {
    code: 'D6',
    article: 'A18',
    question: { zh: '答辩按什么评分?', en: 'By what is a defence scored?' },
    reason: {
      zh: '陈述 300、答问 400、对质量经营的理解与践行 300,合计 1000 分,与现场评审同一量纲。',
      en: 'Presentation 300, answers 400, understanding and practice 300: 1000 points, as the on-site review has.',
    },
    options: [{ zh: '其他评分项,合计 1000 分', en: 'other items that make 1000 points' }],
    amendable: 'beforeClosing',
  },
  consensusSpread: {
    code: 'D25',
    article: 'A17',
    question: { zh: '独立评分相差多少须合议?', en: 'From which difference on do assessors need consensus?' },
    reason: {
      zh: '同一条款相差超过 20 个百分点,说明对证据的认识不同,须合议并记录。',
      en: 'More than 20 percentage points on an item mean that the evidence was read differently.',
    },
    options: [{ zh: '5 至 100 个百分点', en: '5 to 100 percentage points' }],
    amendable: 'beforeClosing',
  },
  panelSize: {
    code: 'D26',
    article: 'A9',
    question: { zh: '评审组最多几人?', en: 'How many assessors has a panel at most?' },
    reason: { zh: '5 人:专业可以互补,也易于合议。', en: 'Five: different trades, and still able to agree.' },
    options: [{ zh: '3 至 7 人', en: '3 to 7' }],
    amendable: 'beforeClosing',
  },
  panelMinimum: {
    code: 'D26',
    article: 'A9',
    question: { zh: '评审组少于几人不得提交报告?', en: 'With how few assessors does a panel close nothing?' },
    reason: {
      zh: '回避后不足 3 人的,须先补足,以免个别意见决定结果。',
      en: 'Fewer than three after recusals must be made up first, so that no single view decides.',
    },
    options: [{ zh: '3 至 7 人', en: '3 to 7' }],
    amendable: 'beforeClosing',
  },
  visitAnswerWorkingDays: {
    code: 'A19',
    article: 'A19',
    question: {
      zh: '申报主体有几个工作日签署现场评审记录?',
      en: 'How many working days has the applicant to sign the findings of the visit?',
    },
    reason: {
      zh: '3 个工作日:可内部核对;期满未签署的,组长或评审办方可登记拒签,不影响进度。',
      en: 'Three: time to check within; only then can the leader or the office note a refusal, so nothing is held up.',
    },
    options: [{ zh: '1 至 20 个工作日', en: '1 to 20 working days' }],
    amendable: 'always',
  },
  conflictYears: {
    code: 'D26',
    article: 'A9',
    question: { zh: '几年内的关系构成利害关系?', en: 'For how many years does a past tie make an assessor partial?' },
    reason: {
      zh: '任职、购销、咨询、经济利益等关系,3 年内的均须回避,与“近 3 年”一致。',
      en: 'Employment, trade, consulting, financial interest: three years, as the regulation looks back elsewhere.',
    },
    options: [{ zh: '1 至 10 年', en: '1 to 10 years' }],
    amendable: 'beforeClosing',
  },
  assessorLoad: {
    code: 'D26',
    article: 'A9',
    question: { zh: '每名评审员最多承担几份申报?', en: 'How many applications has one assessor at most?' },
    reason: { zh: '12 份,保证有时间通读自评报告。', en: 'Twelve, so that there is time to read the reports.' },
    options: [{ zh: '1 至 200 份', en: '1 to 200' }],
    amendable: 'always',
  },
} as const satisfies Record<keyof typeof reviewRules, Setting>;
