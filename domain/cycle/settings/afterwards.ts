import type { afterwardsRules } from '../rules/afterwards.ts';
import type { Setting } from './setting.ts';

/** What the settings of the years after the award are about. */
export const afterwardsSettings = {
  banYears: {
    code: 'D12',
    article: 'A27',
    question: { zh: '被撤销后几年内不得申报?', en: 'For how many years may nobody apply after a revocation?' },
    reason: {
      zh: '办法规定 5 年;自市政府撤销之日起算,第 5 个周年日为最后一日,按统一社会信用代码或证件号码执行,更名无效。',
      en: 'The regulation says five; from the government’s decision, the fifth anniversary is the last day, by identifier, so a new name does not help.',
    },
    options: [{ zh: '5 至 10 年', en: '5 to 10 years' }],
    amendable: 'beforeOpening',
  },
  retentionYears: {
    code: 'D13',
    article: 'A29',
    question: { zh: '档案保管几年?', en: 'For how many years are files kept?' },
    reason: {
      zh: '办法规定 10 年,自本届申报截止、办结、归档中最晚者的次年 1 月 1 日起算;期满后提请鉴定,有未结案件或禁止申报期的不销毁;决定和获奖名册永久保存。',
      en: 'The regulation says ten, from 1 January after the closing, completion or archiving, whichever is last; then appraisal, never while a case or ban is open. Decisions and the roll of winners stay for ever.',
    },
    options: [{ zh: '10 至 100 年', en: '10 to 100 years' }],
    amendable: 'beforeOpening',
  },
  annualReports: {
    code: 'D14',
    article: 'A26',
    question: { zh: '年度自评报告交几次、何时交?', en: 'How many yearly reports, and when are they due?' },
    reason: {
      zh: '获奖后 5 年,每年 3 月 31 日前交上一年度报告;提前 30、14、7、1 日提醒,逾期次日及此后每周一提醒并标注,不因此撤销。',
      en: 'Five, each by 31 March for the year before; reminders 30, 14, 7 and 1 days ahead, the day after, and every Monday from then on. Late is flagged and never a ground by itself.',
    },
    options: [{ zh: '其他次数、日期和提醒间隔', en: 'other numbers, dates and intervals' }],
    amendable: 'always',
  },
  individualInspection: {
    code: 'D15',
    article: 'A28',
    question: { zh: '获奖个人是否巡查?', en: 'Are individual winners inspected?' },
    reason: {
      zh: '办法只要求巡查获奖组织;个人以年度自评报告为准。',
      en: 'The regulation asks it of organisations only; the report of an individual suffices.',
    },
    options: [{ zh: '一并巡查', en: 'yes, they too' }],
    amendable: 'always',
  },
  bonusYuan: {
    code: 'D16',
    article: 'A6',
    question: { zh: '获质量奖的个人每人奖金多少?', en: 'How much is the bonus of an individual winner?' },
    reason: {
      zh: '办法规定不奖励组织;个人奖金由当年预算确定,未确定前为 0 元。',
      en: 'Organisations get none; an individual’s is fixed by the budget of the year and 0 until it is.',
    },
    options: [{ zh: '0 至 10,000,000 元', en: '0 to 10,000,000 yuan' }],
    amendable: 'always',
  },
  hearingWorkingDays: {
    code: 'D22',
    article: 'A27',
    question: { zh: '撤销前陈述申辩期多长?', en: 'How long may the winner be heard before a revocation?' },
    reason: {
      zh: '与行政处罚听证的提出期限一致,5 个工作日。',
      en: 'Five working days, as for a hearing on administrative penalties.',
    },
    options: [{ zh: '5 至 60 个工作日', en: '5 to 60 working days' }],
    amendable: 'always',
  },
  recoveryWorkingDays: {
    code: 'A27',
    article: 'A27',
    question: { zh: '撤销后多少个工作日内完成收回、公告和推送?', en: 'How long do recovery and announcement take?' },
    reason: {
      zh: '办法未规定期限;20 个工作日与行政公开的通行期限一致,可逐项另定。',
      en: 'The regulation sets none; twenty working days, as for disclosure, and each task may have its own.',
    },
    options: [{ zh: '1 至 60 个工作日', en: '1 to 60 working days' }],
    amendable: 'always',
  },
  nominationMark: {
    code: 'D24',
    article: 'A25',
    question: { zh: '提名奖可否使用标识?', en: 'May Nomination Award winners use the mark?' },
    reason: {
      zh: '可以,须注明“提名奖”,不得用于产品。',
      en: 'Yes, labelled as the Nomination Award, and not on products.',
    },
    options: [{ zh: '不使用标识', en: 'no mark' }],
    amendable: 'beforeOpening',
  },
} as const satisfies Record<keyof typeof afterwardsRules, Setting>;
