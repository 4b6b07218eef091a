import type { MessageRules } from '../notification/message.ts';

/** What people read for a yearly duty. */
export const dutyNames: Readonly<Record<string, { zh: string; en: string }>> = {
  annualReport: { zh: '年度自评报告', en: 'Annual self-evaluation report' },
  inspection: { zh: '年度巡查', en: 'Annual inspection' },
};

/** Whom the events of this idea are told to, and how. */
export const postAwardMessages: MessageRules = {
  yearlyDutyOpened: ({ detail }) => {
    const { kind, year, dueOn, ownerId, winnerName } = detail as Record<string, string>;
    const what = dutyNames[kind ?? ''] ?? { zh: '年度事项', en: 'Yearly duty' };
    return [
      {
        to: kind === 'annualReport' ? { personId: ownerId ?? '' } : { role: 'office' },
        zh: {
          subject: `${year} 年${what.zh}`,
          text: `${winnerName} 的 ${year} 年${what.zh}已开启,请于 ${dueOn} 前完成。`,
        },
        en: {
          subject: `${what.en} ${year}`,
          text: `The ${what.en} ${year} of ${winnerName} is open and due on ${dueOn}.`,
        },
      },
    ];
  },
  annualReportHandedIn: ({ detail }) => {
    const { year, winnerName } = detail as Record<string, string>;
    const late = detail?.late === true;
    return [
      {
        to: { role: 'office' },
        zh: {
          subject: `年度自评报告已提交:${winnerName}`,
          text: `${winnerName} 已提交 ${year} 年度自评报告${late ? '(逾期)' : ''}。`,
        },
        en: {
          subject: `Annual report: ${winnerName}`,
          text: `${winnerName} handed in the report of ${year}${late ? ' (late)' : ''}.`,
        },
      },
    ];
  },
};
