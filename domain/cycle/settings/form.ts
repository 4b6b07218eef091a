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
} as const satisfies Record<keyof typeof formRules, Setting>;
