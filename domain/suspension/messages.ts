import { articleText } from '../article.ts';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Message, MessageRules } from '../notification/message.ts';
import { isSuspended } from './is-suspended.ts';

/** The applicant learns that the case stands still or goes on, and nothing of who reported what (A13). */
const toApplicant = (of: Application, zh: [string, string], en: [string, string]): Message => ({
  to: { personId: of.ownerId },
  zh: { subject: zh[0], text: `您的申报(${of.code}):${zh[1]}` },
  en: { subject: en[0], text: `Your application (${of.code}): ${en[1]}` },
});

const toOffice = (of: Application, zh: [string, string], en: [string, string]): Message => ({
  to: { role: 'office' },
  zh: { subject: `${zh[0]}:${nameOf(of)}`, text: `${nameOf(of)}(${of.code}):${zh[1]}` },
  en: { subject: `${en[0]}: ${nameOf(of)}`, text: `${nameOf(of)} (${of.code}): ${en[1]}` },
});

/** Whom the events of this idea are told to, and how. */
export const suspensionMessages: MessageRules = {
  caseSuspended: ({ detail }, application) => {
    const { item, on, source } = detail as { item: string; on: string; source: string };
    if (!application) return [];
    return [
      toOffice(
        application,
        ['申报已中止,请处理', `${source}反映存在${articleText(item)}所列情形(日期 ${on}),申报已中止,须经两人处理。`],
        ['A case is suspended', `${source} reports a fact of ${item}, dated ${on}; two officers resolve it.`],
      ),
      toApplicant(
        application,
        [
          '申报暂停办理',
          `发现可能属于管理办法${articleText(item)}所列不得申报情形的事实,核实期间暂停办理。核实结果将另行通知。`,
        ],
        [
          'Your application waits',
          `a fact came to light that may exclude it by ${item}; while it is verified the application does not go on. You will be told the outcome.`,
        ],
      ),
    ];
  },
  suspensionLifted: (_, application) =>
    application && !isSuspended(application)
      ? [
          toApplicant(
            application,
            ['申报恢复办理', '经核实,暂停办理的事由已消除,申报恢复办理。'],
            ['Your application goes on', 'what it waited for was verified and does not stand in its way.'],
          ),
        ]
      : [],
  liftingProposed: ({ detail }, application) =>
    application
      ? [
          toOffice(
            application,
            ['恢复办理意见待复核', `理由:${String(detail?.reason)}。请另一名工作人员复核。`],
            ['Lifting a suspension awaits a second officer', String(detail?.reason)],
          ),
        ]
      : [],
  refusalProposed: ({ detail }, application) =>
    application
      ? [
          toOffice(
            application,
            [
              '不予受理意见待复核',
              `依据:管理办法${articleText(String(detail?.article))};理由:${String(detail?.reason)}。请另一名工作人员复核。`,
            ],
            ['A refusal awaits a second officer', `${String(detail?.article)}: ${String(detail?.reason)}`],
          ),
        ]
      : [],
};
