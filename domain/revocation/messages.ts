import type { Message, MessageRules } from '../notification/message.ts';

type Words = readonly [subject: string, text: string];

const letter = (to: Message['to'], [zhSubject, zhText]: Words, [enSubject, enText]: Words): Message => ({
  to,
  zh: { subject: zhSubject, text: zhText },
  en: { subject: enSubject, text: enText },
});

const toOffice = (zh: Words, en: Words) => letter({ role: 'office' }, zh, en);
const toWinner = (detail: Readonly<Record<string, unknown>> | undefined, zh: Words, en: Words): Message[] =>
  typeof detail?.ownerId === 'string' && detail.ownerId !== ''
    ? [letter({ personId: detail.ownerId }, zh, en)]
    : // Of an award from before this system nobody has an account: the office serves the papers by hand.
      [toOffice(['获奖者无账号,请线下送达', zh[1]], ['No account of the winner: serve on paper', en[1]])];

/** Whom the events of this idea are told to, and how. Never a count, never who voted how. */
export const revocationMessages: MessageRules = {
  hearingNoticeGiven: ({ detail }) => {
    const { endsAt, notice } = detail as Record<string, string>;
    return toWinner(
      detail,
      [
        '撤销奖励事先告知:您有权陈述申辩、要求听证',
        `${notice}\n\n您可在 ${endsAt} 前提交陈述申辩意见和证据,或要求举行听证。`,
      ],
      [
        'Notice before a revocation: you have the right to be heard',
        `${notice}\n\nYou may state your defence, hand in evidence or ask for a hearing before ${endsAt}.`,
      ],
    );
  },
  hearingRequested: () => [
    toOffice(
      ['当事人要求听证', '当事人要求举行听证,请由非本案调查人员主持并登记笔录。'],
      [
        'A hearing is asked for',
        'The winner asks for a hearing; somebody who did not investigate presides and records it.',
      ],
    ),
  ],
  hearingClosed: () => [
    toOffice(
      ['撤销奖励案待召集评审委审定', '陈述申辩已结束,请召集全体成员大会审定。'],
      ['A revocation awaits the committee', 'The hearing is closed; please convene the plenary meeting on it.'],
    ),
  ],
  endedByBan: ({ detail }, application) =>
    application
      ? [
          letter(
            { personId: application.ownerId },
            ['申报已终止', `您的申报(${application.code})已终止:${String(detail?.reason)}`],
            [
              'Your application has ended',
              `Application ${application.code} has ended: no application is accepted until ${String(detail?.until)}.`,
            ],
          ),
          toOffice(
            [
              '在办申报因禁止申报期终止',
              `申报 ${application.code} 已终止,已自动退出表决和公示。${String(detail?.reason)}`,
            ],
            ['A case ended by a ban', `Application ${application.code} ended and left ballots and notices.`],
          ),
        ]
      : [],
  committeeDecidedRevocation: ({ detail }) =>
    detail?.revoke === true
      ? [
          letter(
            { role: 'registrar' },
            ['撤销奖励报请市政府决定', '评审委已审定提请撤销,请在市政府作出决定后登记。'],
            [
              'A revocation awaits the government',
              "The committee asks for it; please enter the government's decision.",
            ],
          ),
        ]
      : toWinner(
          detail,
          ['不予撤销,案件已结', '经评审委审定,不予撤销所获奖励。'],
          ['The award stands', 'The committee decided not to ask for a revocation; the case is closed.'],
        ),
  revocationDropped: ({ detail }) =>
    detail && 'ownerId' in detail
      ? toWinner(
          detail,
          ['撤销奖励案件已结', `案件不再继续:${String(detail.reason)}`],
          ['The case is closed', `The case does not go on: ${String(detail.reason)}`],
        )
      : [],
  governmentDecidedRevocation: ({ detail }) => {
    const { number } = detail as Record<string, string>;
    if (detail?.revoke !== true)
      return toWinner(
        detail,
        ['不予撤销,案件已结', `市人民政府决定不予撤销(${number})。`],
        ['The award stands', `The municipal government decided not to revoke (${number}).`],
      );
    return [
      ...toWinner(
        detail,
        ['奖励已撤销', `市人民政府已决定撤销所获奖励(${number});须交回奖牌、证书,停用标识,禁止申报期内不接受申报。`],
        [
          'The award is revoked',
          `The municipal government revoked the award (${number}); plaque and certificate are to be returned, the mark is no longer used, and no application is accepted during the ban.`,
        ],
      ),
      toOffice(
        ['撤销奖励待执行', `市政府已决定撤销(${number}),请收回奖牌证书、向社会公告,并逐项登记回执。`],
        ['Carry out the revocation', `The government revoked (${number}): recover, announce, and record each receipt.`],
      ),
    ];
  },
};
