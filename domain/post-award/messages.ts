import type { MessageRules, Sentence } from '../notification/message.ts';
import type { DigestLine } from './digest.ts';
import type { YearlyDuty } from './duty.ts';

/** What people read for a duty after the award. */
export const dutyNames: Readonly<Record<YearlyDuty['kind'], Sentence>> = {
  annualReport: { zh: '年度自评报告', en: 'annual self-evaluation report' },
  inspection: { zh: '年度巡查', en: 'annual inspection' },
  rectification: { zh: '巡查整改', en: 'rectification' },
  reInspection: { zh: '整改复查', en: 're-inspection' },
};

const when = ({ daysLeft, awaiting }: DigestLine): Sentence =>
  awaiting
    ? { zh: '已提交,待确认', en: 'handed in, awaits the office' }
    : daysLeft < 0
      ? { zh: `已逾期 ${-daysLeft} 天`, en: `${-daysLeft} days overdue` }
      : { zh: `还有 ${daysLeft} 天`, en: `${daysLeft} days left` };

const subjectOf = (lines: readonly DigestLine[]): Sentence => {
  const [first] = lines;
  if (!first) return { zh: '年度事项', en: 'yearly duties' };
  const what = dutyNames[first.kind];
  const others = lines.length > 1;
  return {
    zh: `${first.year} 年${what.zh},${when(first).zh}${others ? `,等 ${lines.length} 项` : ''}`,
    en: `${what.en} ${first.year}, ${when(first).en}${others ? ` (${lines.length} duties)` : ''}`,
  };
};

const told = (line: DigestLine) => ({
  applicationId: line.applicationId,
  zh: `${line.winnerName}:${line.year} 年${dutyNames[line.kind].zh},${line.dueOn} 前完成,${when(line).zh}`,
  en: `${line.winnerName}: ${dutyNames[line.kind].en} ${line.year}, due on ${line.dueOn}, ${when(line).en}`,
});

/** Whom the events of this idea are told to, and how. */
export const postAwardMessages: MessageRules = {
  dutiesDigested: ({ detail }) => {
    const { personId, lines, more } = detail as { personId?: string; lines: DigestLine[]; more: boolean };
    if (personId) {
      const subject = subjectOf(lines);
      return [
        {
          to: { personId },
          zh: { subject: `提醒:${subject.zh}`, text: '以下年度事项由您办理:' },
          en: { subject: `Reminder: ${subject.en}`, text: 'These yearly duties are yours:' },
          lines: lines.map(told),
        },
      ];
    }
    const rest = more ? { zh: '其余事项见年度事项清单。', en: 'The list of yearly duties has the others.' } : undefined;
    return [
      {
        to: { role: 'office' },
        zh: {
          subject: '提醒:年度巡查和年度自评报告待办事项',
          text: `以下事项临近到期、已逾期或待办理。${rest?.zh ?? ''}`,
        },
        en: {
          subject: 'Reminder: inspections and annual reports',
          text: `These fall due, are overdue or await the office. ${rest?.en ?? ''}`.trim(),
        },
        lines: lines.map(told),
      },
    ];
  },
};
