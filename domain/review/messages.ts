import { defenceMessages } from '../defence/messages.ts';
import type { MessageRules } from '../notification/message.ts';
import { onSiteMessages } from '../on-site/messages.ts';

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Whom the events of this idea are told to, and how: never a score, and an applicant only by the code. */
export const reviewMessages: MessageRules = {
  panelFormed: ({ detail }, application) =>
    strings(detail?.added).map((personId) => ({
      to: { personId },
      zh: {
        subject: `材料评审任务：${application?.code}`,
        text: `您已被指派评审申报 ${application?.code}。请登录系统，先签署本届公正与保密承诺；如与申报主体有利害关系（任职、供需、咨询、经济利益、亲属，近三年内），请立即声明回避。`,
      },
      en: {
        subject: `Assigned for material review: ${application?.code}`,
        text: `You are on the panel of application ${application?.code}. Sign in and sign this cycle's pledge of impartiality and confidentiality first; declare any conflict of interest of the last three years at once.`,
      },
    })),
  panelNotFormed: (_, application) => [
    {
      to: { role: 'office' },
      zh: {
        subject: `评审组未能组成：${application?.code}`,
        text: `申报 ${application?.code} 在指派之后出现回避或已有评审表提交，评审组保持原状。请重新指派。`,
      },
      en: {
        subject: `Panel not formed: ${application?.code}`,
        text: `A conflict or a sheet came in after the assignment of application ${application?.code}; its panel is as it was. Assign anew.`,
      },
    },
  ],
  conflictFound: ({ detail }, application) =>
    detail?.leftPanel
      ? [
          {
            to: { role: 'office' },
            zh: {
              subject: `评审员回避：${application?.code}`,
              text: `申报 ${application?.code} 的一名评审员有利害关系，已即时退出评审组，其评分作废。请指派替补；组长暂由名单中的下一位担任。${detail.visitSetAside ? '该评审员参与的现场评审须由其余成员重新签署并提交报告。' : ''}`,
            },
            en: {
              subject: `A panel member stepped down: ${application?.code}`,
              text: `An assessor of application ${application?.code} has a conflict, is off the panel and their scores are void. Name a substitute; the next on the list leads until you do.${detail.visitSetAside ? ' The visit that they had a part in is signed and reported again by the others.' : ''}`,
            },
          },
        ]
      : [],
  reviewHandedIn: ({ detail }) =>
    typeof detail?.leaderId === 'string' && detail.leaderId !== detail.assessorId
      ? [
          {
            to: { personId: detail.leaderId },
            zh: {
              subject: `独立评审表已提交：${String(detail.code)}`,
              text: `申报 ${String(detail.code)} 的一名评审员已提交独立评审表。您提交本人的评审表后可查看。`,
            },
            en: {
              subject: `A sheet is handed in: ${String(detail.code)}`,
              text: `An assessor of application ${String(detail.code)} handed in. You can read it once yours is in.`,
            },
          },
        ]
      : [],
  reviewReturned: ({ detail }, application) => [
    {
      to: { personId: String(detail?.assessorId) },
      zh: {
        subject: `评审表被退回：${application?.code}`,
        text: `组长退回了您对申报 ${application?.code} 的评审表，理由请登录系统查看。请在新版本中修改后再次提交。`,
      },
      en: {
        subject: `Your sheet is returned: ${application?.code}`,
        text: `The leader returned your sheet of application ${application?.code}; sign in for the reason. Go on in the new version and hand it in again.`,
      },
    },
  ],
  panelReportHandedIn: (_, application) => [
    {
      to: { role: 'office' },
      zh: {
        subject: `评审组报告已提交：${application?.code}`,
        text: `申报 ${application?.code} 的材料评审报告已提交。`,
      },
      en: {
        subject: `Panel report handed in: ${application?.code}`,
        text: `The material review report of application ${application?.code} is handed in.`,
      },
    },
  ],
  ...defenceMessages,
  ...onSiteMessages,
};
