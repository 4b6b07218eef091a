import type { formRules } from '../../application/form-rules.ts';
import type { Setting } from './setting.ts';

/** What the settings of the application form are about. */
export const formSettings = {
  formVersion: {
    code: 'A15',
    article: 'A15',
    question: { zh: '本届采用哪一版申报表?', en: 'Which edition of the application form does the cycle use?' },
    reason: {
      zh: '申报表随公告固定,同届申报者填写同一版本。',
      en: 'The form is fixed with the announcement, so that all applicants of a cycle fill in the same one.',
    },
    options: [{ zh: '系统已收录的其他版本', en: 'other editions that the system knows' }],
    amendable: 'beforeOpening',
  },
  domicileArea: {
    code: 'A12',
    article: 'A12',
    question: { zh: '住所须在哪个行政区划内?', en: 'Within which division must the domicile be?' },
    reason: {
      zh: '办法要求在昆明市登记注册;5301 为昆明市行政区划代码。',
      en: 'The regulation asks for registration in Kunming; 5301 is its code.',
    },
    options: [{ zh: '其他行政区划代码的前几位', en: 'the first digits of another division' }],
    amendable: 'beforeOpening',
  },
  fileLimits: {
    code: 'A16',
    article: 'A16',
    question: { zh: '申报文件多大、多少为限?', en: 'How large may files be, and how many?' },
    reason: {
      zh: 'PDF、OFD 每份 50 MB,图片 10 MB,合计 500 MB、100 份:足以容纳 3 年审计报告和证明材料,评审员也读得完。',
      en: 'PDF and OFD 50 MB, pictures 10 MB, 500 MB and 100 files together: enough for three audits and all evidence, and still read by assessors.',
    },
    options: [
      {
        zh: '每份 1 至 100 MB,合计 10 至 2000 MB,10 至 200 份',
        en: '1 to 100 MB for each format, 10 to 2000 MB together, 10 to 200 files',
      },
    ],
    amendable: 'beforeOpening',
  },
} as const satisfies Record<keyof typeof formRules, Setting>;
