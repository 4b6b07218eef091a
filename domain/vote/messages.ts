import { nameOf } from '../application/submit.ts';
import { dateAt, timeAt } from '../calendar/civil.ts';
import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. Never a count, never a ballot. */
export const voteMessages: MessageRules = {
  meetingConvened: ({ detail }) => {
    const { title, startsAt, place, agenda } = detail as {
      title: string;
      startsAt: string;
      place: string;
      agenda: readonly string[];
    };
    const when = `${dateAt(startsAt)} ${timeAt(startsAt)}`;
    const points = agenda.map((point, i) => `${i + 1}. ${point}`).join('\n');
    const what = detail?.revocationId
      ? { zh: '审定一件撤销奖励案并投票表决', en: 'decide on a revocation' }
      : { zh: '审议推荐名单并投票表决', en: 'deliberate and vote' };
    return [
      {
        to: { role: 'committeeMember' },
        zh: {
          subject: `全体成员大会:${title}`,
          text: `请出席全体成员大会“${title}”,${what.zh}。\n时间:${when}(北京时间)\n地点:${place}\n议程:\n${points}\n委员本人出席,不得委托他人投票;有须回避情形的,请在表决前申明。`,
        },
        en: {
          subject: `Plenary meeting: ${title}`,
          text: `Please attend the plenary meeting "${title}" to ${what.en}.\nTime: ${when} (Beijing)\nPlace: ${place}\nAgenda:\n${points}\nIn person; there is no proxy. Declare before the ballot from what you step back.`,
        },
      },
    ];
  },
  meetingCancelled: ({ detail }) => [
    {
      to: { role: 'committeeMember' },
      zh: { subject: `会议取消:${String(detail?.title)}`, text: `会议取消,原因:${String(detail?.reason)}` },
      en: {
        subject: `Meeting called off: ${String(detail?.title)}`,
        text: `The meeting is called off: ${String(detail?.reason)}`,
      },
    },
  ],
  proposedAsWinner: (_, application) => {
    const name = application ? nameOf(application) : '';
    return [
      {
        to: { role: 'office' },
        zh: { subject: `拟获奖待公示:${name}`, text: `评审委表决通过 ${name} 为拟获奖对象,请组织公示。` },
        en: {
          subject: `Proposed winner: ${name}`,
          text: `The committee voted for ${name}; please publish the notice.`,
        },
      },
    ];
  },
  voteReopened: ({ detail }, application) => [
    {
      to: { personId: application?.ownerId ?? '' },
      zh: {
        subject: '重新进入表决',
        text: `因拟获奖名额空出，评审委员会决议（${String(detail?.resolution)}）重新表决，您的申报再次提交评审委员会审议。`,
      },
      en: {
        subject: 'Before the committee again',
        text: `A place came free and the committee resolved (${String(detail?.resolution)}) to vote again: your application is before it once more.`,
      },
    },
  ],
  notElected: (_, application) => [
    {
      to: { personId: application?.ownerId ?? '' },
      zh: { subject: '评审结果通知', text: '经评审委员会审议表决,本届未列入拟获奖名单。感谢参与。' },
      en: {
        subject: 'Result of the review',
        text: 'By the vote of the committee you are not among the proposed winners of this cycle. Thank you for taking part.',
      },
    },
  ],
};
