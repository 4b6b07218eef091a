import type { intakeRules } from '../rules/intake.ts';
import type { Setting } from './setting.ts';

/** What the settings of the intake are about. */
export const intakeSettings = {
  quotas: {
    code: 'D1',
    article: 'A5',
    question: { zh: '“组织和个人授奖数各不超过 5 个”如何计算?', en: 'How are the five winners each counted?' },
    reason: {
      zh: '按字面理解:两个奖项各自对组织、个人分别不超过 5 个;质量不够时可以空缺。',
      en: 'Read literally: at most five organisations and five individuals for each award; places may stay vacant.',
    },
    options: [{ zh: '每一奖项、每一类别的其他名额', en: 'other numbers for each award and kind' }],
    amendable: 'beforeClosing',
  },
  noticeDays: {
    code: 'D2',
    article: 'A16',
    question: { zh: '公示期多长?', en: 'How long is a public notice?' },
    reason: {
      zh: '通行做法为 5 个工作日;公示当日不计,至最后一日 24 时止,调休上班的周末计为工作日。',
      en: 'Customarily five working days; the day of publication is not counted, it ends at 24:00 of the last day, and shifted weekend days count.',
    },
    options: [
      { zh: '更多工作日(如 7 个)', en: 'more working days, such as 7' },
      {
        zh: '不少于 7 个自然日;末日为休息日的顺延至下一个工作日',
        en: 'at least 7 calendar days; one that ends on a day off ends on the next working day',
      },
    ],
    amendable: 'always',
  },
  objectionWorkingDays: {
    code: 'D3',
    article: 'A16',
    question: { zh: '异议应在多少个工作日内核实?', en: 'Within how many working days is an objection verified?' },
    reason: {
      zh: '异议须实名、书面、附证据并在公示期内提出,只暂停被异议的申报;5 个工作日可完成核实并答复。匿名或逾期的作为线索保存。',
      en: 'An objection is written, signed, evidenced and in time, and holds up that applicant alone; five days suffice. Others are kept as leads.',
    },
    options: [{ zh: '1 至 60 个工作日', en: '1 to 60 working days' }],
    amendable: 'always',
  },
  lookBackAnchor: {
    code: 'D7',
    article: 'A13',
    question: { zh: '“近 3 年”从何时起算?', en: 'From when does one look back three years?' },
    reason: {
      zh: '以申报截止时间为准,对全体申报者一致,首尾两日均计入;此后至市政府审定前的新事实仍予关注。事故按发生日、处罚按决定日。',
      en: 'From the closing, the same for everyone, both ends included; new facts are watched until the government decides. Accidents by date of occurrence, penalties by date of decision.',
    },
    options: [{ zh: '自申报开始之日起算', en: 'from the day applications open' }],
    amendable: 'beforeOpening',
  },
  lookBackYears: {
    code: 'D7',
    article: 'A13',
    question: { zh: '不得申报情形回溯几年?', en: 'How many years do the exclusions look back?' },
    reason: { zh: '办法规定近 3 年。', en: 'The regulation says the last three years.' },
    options: [{ zh: '1 至 10 年', en: '1 to 10 years' }],
    amendable: 'beforeOpening',
  },
  fiscalYears: {
    code: 'D8',
    article: 'A12',
    question: { zh: '“近 3 年亏损”看哪些年度?', en: 'Which years count for a loss?' },
    reason: {
      zh: '看已结账的最近 3 个会计年度,以审计报告为准;政策性亏损附证明。',
      en: 'The last three closed fiscal years, as audited; a policy loss takes evidence.',
    },
    options: [{ zh: '1 至 5 个会计年度', en: '1 to 5 fiscal years' }],
    amendable: 'beforeOpening',
  },
  registrationYears: {
    code: 'D9',
    article: 'A12',
    question: { zh: '组织须登记注册满几年?', en: 'How many years must an organisation be registered?' },
    reason: {
      zh: '办法规定 3 年以上;计至申报截止日,周年当日视为已满,2 月 29 日的周年为 2 月 28 日。',
      en: 'The regulation says three; measured at the closing date, the anniversary counts, 29 February becomes the 28th.',
    },
    options: [{ zh: '0 至 20 年', en: '0 to 20 years' }],
    amendable: 'beforeOpening',
  },
  workYears: {
    code: 'D9',
    article: 'A14',
    question: { zh: '个人须从事质量工作满几年?', en: 'How many years of quality work must an individual have?' },
    reason: {
      zh: '办法规定 5 年以上;在昆明的工作时间累计,重叠部分只计一次。',
      en: 'The regulation says five; work in Kunming adds up and overlaps count once.',
    },
    options: [{ zh: '0 至 40 年', en: '0 to 40 years' }],
    amendable: 'beforeOpening',
  },
  dishonestyYears: {
    code: 'D10',
    article: 'A13',
    question: { zh: '何为“严重失信”?', en: 'What is a serious dishonesty listing?' },
    reason: {
      zh: '现仍列入,或近 3 年内曾列入严重失信主体名单;与“近 3 年”的其他情形一致。',
      en: 'Listed now or within three years, as the other exclusions look back.',
    },
    options: [{ zh: '0 至 10 年;0 为仅看当前', en: '0 to 10 years; 0 looks at the present alone' }],
    amendable: 'beforeOpening',
  },
  exclusionsForIndividuals: {
    code: 'D11',
    article: 'A13',
    question: { zh: '第十三条哪些情形适用于个人?', en: 'Which exclusions apply to individuals?' },
    reason: {
      zh: '第(三)(五)(六)项可以由个人实施,其余以组织为前提。',
      en: 'Paragraphs 3, 5 and 6 can be true of a person; the others presuppose an organisation.',
    },
    options: [{ zh: '第(一)至(七)项中的任意几项', en: 'any of the paragraphs 1 to 7' }],
    amendable: 'beforeOpening',
  },
  recommendationWorkingDays: {
    code: 'D17',
    article: 'A10',
    question: { zh: '推荐单位何时前出具推荐意见?', en: 'Until when may recommending bodies sign their opinion?' },
    reason: {
      zh: '每份申报须有一份推荐意见;推荐单位在申报提交后才看到是谁申报(不看申报材料),截止后留 10 个工作日,最后一日提交的也来得及。',
      en: 'Every application takes one opinion; a body learns who applied (never what is in the application) once it is handed in, and ten working days after the closing leave time for those of the last day.',
    },
    options: [{ zh: '申报截止后 0 至 60 个工作日', en: '0 to 60 working days after the closing' }],
    amendable: 'always',
  },
  correctionWorkingDays: {
    code: 'D18',
    article: 'A16',
    question: { zh: '补正期限多长?', en: 'How long is a correction?' },
    reason: {
      zh: '只补正 1 次,一次性告知全部缺项,5 个工作日与行政许可的通行期限一致。',
      en: 'One round that names everything missing; five working days as in administrative licensing.',
    },
    options: [{ zh: '1 至 60 个工作日', en: '1 to 60 working days' }],
    amendable: 'always',
  },
  consultationWorkingDays: {
    code: 'D19',
    article: 'A16',
    question: { zh: '部门应在多少个工作日内答复?', en: 'Within how many working days do departments answer?' },
    reason: {
      zh: '10 个工作日足以查询;逾期提醒并上报督办,沉默不视为同意。',
      en: 'Ten suffice for a look-up; then reminders and escalation. Silence is not consent.',
    },
    options: [{ zh: '1 至 60 个工作日', en: '1 to 60 working days' }],
    amendable: 'always',
  },
  pastWinnersMayApply: {
    code: 'D21',
    article: 'A5',
    question: { zh: '往届获奖者能否再次申报?', en: 'May past winners apply again?' },
    reason: {
      zh: '办法未禁止;自下一届起可以申报,并加标注。',
      en: 'The regulation does not forbid it: from the next cycle on, and flagged.',
    },
    options: [{ zh: '不允许', en: 'no' }],
    amendable: 'beforeOpening',
  },
} as const satisfies Record<keyof typeof intakeRules, Setting>;
