import { articleText } from '../article.ts';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Message, MessageRules } from '../notification/message.ts';

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
    ];
  },
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
