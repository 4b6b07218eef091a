import type { Audience, Message, MessageRules } from '../notification/message.ts';

const winnerOf = (ownerId: unknown): Audience =>
  typeof ownerId === 'string' && ownerId !== '' ? { personId: ownerId } : { role: 'office' };

const ordered = ({ ownerId, winnerName, demands, dueOn }: Record<string, string>): Message => ({
  to: winnerOf(ownerId),
  zh: { subject: '责令整改通知', text: `${winnerName}:请于 ${dueOn} 前完成整改并提交证明材料。\n\n${demands}` },
  en: {
    subject: 'To be put right',
    text: `${winnerName}: please put this right and hand in evidence by ${dueOn}.\n\n${demands}`,
  },
});

/** Whom the events of this idea are told to, and how. */
export const inspectionMessages: MessageRules = {
  inspectionPlanned: ({ detail }) => {
    const { year, on, winnerName, ownerId } = detail as Record<string, string>;
    const { team } = detail as { team: string[] };
    const zh = { subject: `${year} 年年度巡查安排`, text: `${winnerName} 的年度巡查定于 ${on} 进行。` };
    const en = {
      subject: `Annual inspection ${year}`,
      text: `The annual inspection of ${winnerName} is planned for ${on}.`,
    };
    return [{ to: winnerOf(ownerId), zh, en }, ...team.map((personId) => ({ to: { personId }, zh, en }))];
  },
  inspectionConcluded: ({ detail }) => {
    const { year, winnerName, ownerId, result, summary } = detail as Record<string, string>;
    if (result === 'seriousDecline') return [ordered(detail as Record<string, string>)];
    if (result !== 'satisfactory') return [];
    return [
      {
        to: winnerOf(ownerId),
        zh: { subject: `${year} 年年度巡查结果`, text: `${winnerName} 的年度巡查已完成,结论:正常。\n\n${summary}` },
        en: {
          subject: `Annual inspection ${year}: result`,
          text: `The annual inspection of ${winnerName} is done: satisfactory.\n\n${summary}`,
        },
      },
    ];
  },
  rectificationHandedIn: ({ detail }) => {
    const { winnerName } = detail as Record<string, string>;
    const late = detail?.late === true;
    return [
      {
        to: { role: 'office' },
        zh: {
          subject: `整改情况已提交:${winnerName}`,
          text: `${winnerName} 已提交整改情况${late ? '(逾期)' : ''},请复查。`,
        },
        en: {
          subject: `Put right: ${winnerName}`,
          text: `${winnerName} handed in what it put right${late ? ' (late)' : ''}; please look again.`,
        },
      },
    ];
  },
  reInspectionRecorded: ({ detail }) => {
    const { winnerName, ownerId, result, finding } = detail as Record<string, string>;
    if (result === 'notRectified') return [ordered(detail as Record<string, string>)];
    if (result !== 'rectified') return [];
    return [
      {
        to: winnerOf(ownerId),
        zh: { subject: '整改复查结果', text: `${winnerName} 的整改经复查已到位。\n\n${finding}` },
        en: { subject: 'Re-inspection: put right', text: `${winnerName}: found to be put right.\n\n${finding}` },
      },
    ];
  },
};
