import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. */
export const rankingMessages: MessageRules = {
  shortlisted: (_, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '贵方已入围，请准备答辩',
              text: `申报 ${application.code} 已列入答辩名单。请登录系统登记答辩人（组织须为申报表登记的高层领导，个人须本人），答辩时间另行通知。`,
            },
            en: {
              subject: 'Shortlisted: prepare for the defence',
              text: `Application ${application.code} is on the defence list. Sign in and register the defender (an organisation's registered senior leader; an individual in person). The time follows.`,
            },
          },
        ]
      : [],
  notShortlisted: (_, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '材料评审结果与评审报告',
              text: `申报 ${application.code} 未列入答辩名单，本届评审到此结束。材料评审报告（优势与改进机会）随本信送达，请登录系统查看。感谢贵方的参与。`,
            },
            en: {
              subject: 'Outcome of the material review, and your report',
              text: `Application ${application.code} is not on the defence list and ends here. Your report (strengths and opportunities for improvement) is delivered: sign in to read it. Thank you for taking part.`,
            },
          },
        ]
      : [],
  notRecommended: (happened, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '推荐结果',
              text: `申报 ${application.code} 未列入推荐名单，本届评审到此结束。理由：${String(happened.detail?.reason)}。`,
            },
            en: {
              subject: 'Outcome of the recommendation',
              text: `Application ${application.code} is not on the recommended list and ends here. Reason: ${String(happened.detail?.reason)}.`,
            },
          },
        ]
      : [],
};
