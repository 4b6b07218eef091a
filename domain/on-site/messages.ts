import type { MessageRules } from '../notification/message.ts';

/** Whom the on-site review's events are told to, and how. */
export const onSiteMessages: MessageRules = {
  onSitePlanned: ({ detail }, application) => {
    const days = `${String(detail?.from)} – ${String(detail?.to)}`;
    const people = application ? [application.ownerId, ...(application.panel ? [application.panel.leaderId] : [])] : [];
    return people.map((personId) => ({
      to: { personId },
      zh: {
        subject: `现场评审计划：${application?.code}`,
        text: `申报 ${application?.code} 的现场评审定于 ${days}，评审事项请登录系统查看。`,
      },
      en: {
        subject: `On-site review planned: ${application?.code}`,
        text: `The on-site review of application ${application?.code} takes place ${days}; sign in for its items.`,
      },
    }));
  },
  onSiteReportHandedIn: (_, application) => [
    {
      to: { role: 'office' },
      zh: {
        subject: `现场评审报告已提交：${application?.code}`,
        text: `申报 ${application?.code} 的现场评审报告已提交，请拟定推荐名单。`,
      },
      en: {
        subject: `On-site report handed in: ${application?.code}`,
        text: `The on-site report of application ${application?.code} is handed in; the recommended list can be drawn up.`,
      },
    },
  ],
};
