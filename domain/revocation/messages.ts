import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. */
export const revocationMessages: MessageRules = {
  hearingNoticeGiven: ({ detail }) => {
    const { ownerId, endsAt, notice } = detail as Record<string, string>;
    return [
      {
        to: { personId: ownerId ?? '' },
        zh: { subject: '撤销奖励事先告知:您有权陈述申辩', text: `${notice}\n\n您可在 ${endsAt} 前提交陈述申辩意见。` },
        en: {
          subject: 'Notice before a revocation: you have the right to be heard',
          text: `${notice}\n\nYou may state your defence before ${endsAt}.`,
        },
      },
    ];
  },
  hearingClosed: () => [
    {
      to: { role: 'committeeMember' },
      zh: { subject: '撤销奖励案待审定', text: '一件撤销奖励案已完成调查和陈述申辩,请审定。' },
      en: {
        subject: 'A revocation awaits the committee',
        text: 'A revocation case was investigated and heard; please decide.',
      },
    },
  ],
  committeeDecidedRevocation: ({ detail }) =>
    detail?.revoke === true
      ? [
          {
            to: { role: 'registrar' },
            zh: {
              subject: '撤销奖励报请市政府决定',
              text: `评审委已作出决定(${String(detail.number)}),请登记市政府决定。`,
            },
            en: {
              subject: 'A revocation awaits the government',
              text: `The committee decided (${String(detail.number)}); please enter the government's decision.`,
            },
          },
        ]
      : [],
  governmentDecidedRevocation: ({ detail }) => {
    const { ownerId, number } = detail as Record<string, string>;
    if (detail?.revoke !== true) return [];
    return [
      {
        to: { personId: ownerId ?? '' },
        zh: {
          subject: '奖励已撤销',
          text: `市人民政府已决定撤销所获奖励(${number});须交回奖牌、证书,5 年内不接受申报。`,
        },
        en: {
          subject: 'The award is revoked',
          text: `The municipal government revoked the award (${number}); plaque and certificate are to be returned and no application is accepted for five years.`,
        },
      },
      {
        to: { role: 'office' },
        zh: {
          subject: '撤销奖励待执行',
          text: `市政府已决定撤销(${number}),请收回奖牌证书、公告并推送两平台,逐项登记回执。`,
        },
        en: {
          subject: 'Carry out the revocation',
          text: `The government revoked (${number}): recover plaque and certificate, announce, push to both platforms, and record each receipt.`,
        },
      },
    ];
  },
};
