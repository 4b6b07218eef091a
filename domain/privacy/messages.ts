import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. */
export const privacyMessages: MessageRules = {
  correctionOfDataRequested: () => [
    {
      to: { role: 'office' },
      zh: { subject: '个人信息更正申请', text: '有人申请更正个人信息,请核实并答复。' },
      en: {
        subject: 'A request to correct personal data',
        text: 'Somebody asks for a correction; please look into it and answer.',
      },
    },
  ],
  correctionOfDataAnswered: ({ detail }) => [
    {
      to: { personId: String(detail?.personId) },
      zh: {
        subject: '个人信息更正申请已答复',
        text: `${detail?.status === 'corrected' ? '已更正' : '未予更正'}:${String(detail?.text)}`,
      },
      en: {
        subject: 'Your request to correct personal data was answered',
        text: `${detail?.status === 'corrected' ? 'Corrected' : 'Not corrected'}: ${String(detail?.text)}`,
      },
    },
  ],
};
