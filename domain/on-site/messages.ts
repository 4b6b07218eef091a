import type { MessageRules } from '../notification/message.ts';

/** Whom the on-site review's events are told to, and how. */
export const onSiteMessages: MessageRules = {
  onSitePlanned: ({ detail }, application) => {
    const days = `${String(detail?.from)} – ${String(detail?.to)}`;
    const team = Array.isArray(detail?.team) ? detail.team.map(String) : [];
    const people = application ? [application.ownerId, ...team] : [];
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
  findingsSigned: (_, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: `请签署现场评审记录：${application.code}`,
              text: `申报 ${application.code} 的现场评审记录已由评审组签署，请登录系统查看并签署；如有不同意见可一并说明。本届规定的工作日期满后可登记为拒签，报告提交前仍可自行签署。`,
            },
            en: {
              subject: `Please sign the on-site findings: ${application.code}`,
              text: `The team has signed the on-site findings of application ${application.code}. Sign in to read and sign them; you may add a statement. After the working days that the cycle sets a refusal can be noted; until the report is in you may still sign.`,
            },
          },
        ]
      : [],
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
