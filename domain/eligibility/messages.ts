import { articleText } from '../article.ts';
import { nameOf } from '../application/submit.ts';
import type { CorrectionItem } from './correction-item.ts';
import { inChinese } from '../wording.ts';
import type { MessageRules } from '../notification/message.ts';

const items = (detail: Readonly<Record<string, unknown>> | undefined, nameOf: (fact: string, name: string) => string) =>
  ((detail?.items ?? []) as CorrectionItem[])
    .map(({ what, ...about }, i) => {
      const names = Object.entries(about).map(([fact, name]) => nameOf(fact, name));
      return `${i + 1}. ${names.length > 0 ? `[${names.join('、')}] ` : ''}${what}`;
    })
    .join('\n');

/** Whom the events of this idea are told to, and how. */
export const eligibilityMessages: MessageRules = {
  correctionRequested: ({ detail }, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '请补正申报材料',
              text: `您的申报(${application.code})需要补正,只有一次机会,请于 ${String(detail?.dueOn)} 24:00 前补齐并重新提交:\n${items(detail, inChinese)}`,
            },
            en: {
              subject: 'Please correct your application',
              text: `Your application (${application.code}) needs a correction. There is one round: hand it in again by the end of ${String(detail?.dueOn)} (Asia/Shanghai):\n${items(detail, (_, name) => name)}`,
            },
          },
        ]
      : [],
  correctionLapsed: ({ detail }, application) =>
    application
      ? [
          {
            to: { role: 'office' },
            zh: {
              subject: `补正期限已过:${nameOf(application)}`,
              text: `${nameOf(application)}(${application.code})未在 ${String(detail?.dueOn)} 24:00 前补正,请按原提交材料作出决定。`,
            },
            en: {
              subject: `No correction in time: ${nameOf(application)}`,
              text: `${nameOf(application)} (${application.code}) did not correct by ${String(detail?.dueOn)}; decide on what was handed in.`,
            },
          },
        ]
      : [],
  applicationRefused: ({ detail }, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '申报不予受理',
              text: `您的申报(${application.code})不予受理。\n依据:管理办法${articleText(String(detail?.article))}\n理由:${String(detail?.reason)}`,
            },
            en: {
              subject: 'Your application was refused',
              text: `Your application (${application.code}) was refused.\nArticle: ${String(detail?.article)}\nReason: ${String(detail?.reason)}`,
            },
          },
        ]
      : [],
};
