import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. */
export const casePageMessages: MessageRules = {
  casePageSubmitted: ({ detail }) => {
    const { winnerName, title } = detail as Record<string, string>;
    return [
      {
        to: { role: 'office' },
        zh: {
          subject: `经验案例待同意:${winnerName}`,
          text: `${winnerName}提交了经验案例《${title}》,请审阅是否同意公开。`,
        },
        en: {
          subject: `A case page awaits consent: ${winnerName}`,
          text: `${winnerName} submitted the case page "${title}"; please read it and consent to its publication, or return it.`,
        },
      },
    ];
  },
  casePageConsented: ({ detail }) => {
    const { ownerId, title } = detail as Record<string, string>;
    return [
      {
        to: { personId: ownerId ?? '' },
        zh: { subject: '经验案例已获同意', text: `《${title}》已获同意,您可以公开。` },
        en: {
          subject: 'Your case page may be published',
          text: `The office consented to "${title}"; you may publish it.`,
        },
      },
    ];
  },
  casePageReturned: ({ detail }) => {
    const { ownerId, title, reason } = detail as Record<string, string>;
    return [
      {
        to: { personId: ownerId ?? '' },
        zh: { subject: '经验案例已退回', text: `《${title}》已退回,理由:${reason}。修改后可再次提交。` },
        en: {
          subject: 'Your case page was returned',
          text: `"${title}" was returned: ${reason}. You may submit it again.`,
        },
      },
    ];
  },
};
