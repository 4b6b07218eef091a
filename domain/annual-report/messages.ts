import type { Audience, MessageRules } from '../notification/message.ts';

const reporter = (ownerId: unknown): Audience =>
  typeof ownerId === 'string' && ownerId !== '' ? { personId: ownerId } : { role: 'office' };

/** Whom the events of this idea are told to; what awaits the office is in its morning's digest. */
export const annualReportMessages: MessageRules = {
  annualReportReturned: ({ detail }) => {
    const { year, winnerName, ownerId, reason, dueOn } = detail as Record<string, string>;
    return [
      {
        to: reporter(ownerId),
        zh: {
          subject: `${year} 年年度自评报告已退回`,
          text: `${winnerName} 的年度自评报告已退回,理由:${reason}。请于 ${dueOn} 前修改后重新提交。`,
        },
        en: {
          subject: `The annual self-evaluation report ${year} was returned`,
          text: `The report of ${winnerName} was returned: ${reason}. Please hand it in again by ${dueOn}.`,
        },
      },
    ];
  },
  annualReportAcknowledged: ({ detail }) => {
    const { year, winnerName, ownerId } = detail as Record<string, string>;
    return [
      {
        to: reporter(ownerId),
        zh: { subject: `${year} 年年度自评报告已确认`, text: `评审办已确认 ${winnerName} 的年度自评报告。` },
        en: {
          subject: `The annual self-evaluation report ${year} was acknowledged`,
          text: `The office acknowledged the report of ${winnerName}.`,
        },
      },
    ];
  },
};
