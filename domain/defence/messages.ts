import type { MessageRules } from '../notification/message.ts';

/** Beijing time as people read it: `2027-06-01 09:30`. */
const beijing = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Whom the defence's events are told to, and how. */
export const defenceMessages: MessageRules = {
  defenceScheduled: ({ detail }, application) => {
    const when = beijing(String(detail?.at));
    const { room, minutes } = detail as { room: string; minutes: number };
    const people = application ? [application.ownerId, ...(application.panel?.assessorIds ?? [])] : [];
    return people.map((personId) => ({
      to: { personId },
      zh: {
        subject: `答辩邀请：${application?.code}`,
        text: `诚邀出席申报 ${application?.code} 的答辩。时间：${when}（北京时间），${minutes} 分钟；地点：${room}。组织由登记的高层领导答辩，个人由本人答辩。`,
      },
      en: {
        subject: `Invitation to the defence: ${application?.code}`,
        text: `You are invited to the defence of application ${application?.code}: ${when} (Beijing time), ${minutes} minutes, ${room}. An organisation is defended by its registered senior leader, an individual in person.`,
      },
    }));
  },
  notOnSite: ({ detail }, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '答辩阶段结束，评审报告已送达',
              text: `申报 ${application.code} 不进入现场评审（${detail?.noShow ? '答辩缺席' : '未列入现场评审名单'}），本届评审到此结束。材料评审报告随本信送达，请登录系统查看。`,
            },
            en: {
              subject: 'The defence is over; your report is delivered',
              text: `Application ${application.code} does not go on to the on-site review and ends here. The report of the material review is delivered: sign in to read it.`,
            },
          },
        ]
      : [],
};
