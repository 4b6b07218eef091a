import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. */
export const retentionMessages: MessageRules = {
  appraisalDrawnUp: ({ detail }) => [
    {
      to: { role: 'office' },
      zh: {
        subject: '档案保管期满,请鉴定',
        text: `本年度档案鉴定清单已生成,共 ${String(detail?.entries)} 件,其中 ${String(detail?.offered)} 件可提出销毁。销毁须经两人办理。`,
      },
      en: {
        subject: 'Files whose retention is over await appraisal',
        text: `This year's list names ${String(detail?.entries)} dossiers, ${String(detail?.offered)} of which may be disposed of. It takes two people.`,
      },
    },
  ],
  disposalProposed: ({ detail }) => [
    {
      to: { role: 'office' },
      zh: { subject: '档案销毁待批准', text: `有 ${String(detail?.offered)} 件档案提出销毁,请另一人审核批准。` },
      en: {
        subject: 'A disposal awaits approval',
        text: `It was proposed to dispose of ${String(detail?.offered)} dossiers; another person decides.`,
      },
    },
  ],
};
