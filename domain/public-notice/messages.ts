import { articleText } from '../article.ts';
import type { MessageRules } from '../notification/message.ts';

const shanghai = (instant: unknown) =>
  new Date(Date.parse(String(instant)) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Whom the events of this idea are told to, and how. The applicant never learns who objected, nor that someone did unless it is upheld. */
export const publicNoticeMessages: MessageRules = {
  noticePublished: ({ detail }, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '您的申报已公示',
              text: `您的申报(${application.code})已列入公示,公示期至 ${shanghai(detail?.endsAt)}(北京时间)。`,
            },
            en: {
              subject: 'Your application is in a public notice',
              text: `Your application (${application.code}) is published in a notice until ${shanghai(detail?.endsAt)} (Asia/Shanghai).`,
            },
          },
        ]
      : [],
  objectionReceived: ({ detail }, application) =>
    application
      ? [
          {
            to: { role: 'office' },
            zh: {
              subject: '收到公示异议',
              text: `申报 ${application.code} 在公示期内收到实名异议(${String(detail?.objectionId)}),请于 ${String(detail?.dueOn)} 前核实并作出决定。`,
            },
            en: {
              subject: 'An objection was received',
              text: `There is an objection (${String(detail?.objectionId)}) to application ${application.code}; verify and decide it by ${String(detail?.dueOn)}.`,
            },
          },
        ]
      : [],
  leadFiled: ({ recordId }) => [
    {
      to: { role: 'office' },
      zh: { subject: '收到线索', text: `收到一条匿名、逾期或无法冻结程序的线索(${recordId}),请登录系统查看。` },
      en: { subject: 'A lead was received', text: `A lead (anonymous or late) was received: ${recordId}.` },
    },
  ],
  objectionAnswered: ({ detail }) => {
    if (!detail?.address) return [];
    const upheld = detail.decision === 'upheld';
    return [
      {
        to: { address: String(detail.address), name: String(detail.name ?? '') },
        zh: {
          subject: '关于您所提异议的答复',
          text: `您对《${String(detail.noticeTitle)}》提出的异议(回执 ${String(detail.objectionId)})经核实${upheld ? '成立' : '不成立'}。\n${String(detail.answer)}`,
        },
        en: {
          subject: 'The answer to your objection',
          text: `Your objection (receipt ${String(detail.objectionId)}) to “${String(detail.noticeTitle)}” was verified and ${upheld ? 'upheld' : 'dismissed'}.\n${String(detail.answer)}`,
        },
      },
    ];
  },
  objectionUpheld: ({ detail }, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '公示异议成立,申报终止',
              text: `公示期间对您的申报(${application.code})提出的异议经核实成立,申报终止。\n依据:管理办法${articleText(String(detail?.article))}\n理由:${String(detail?.reason)}`,
            },
            en: {
              subject: 'An objection was upheld; your application ends',
              text: `An objection to your application (${application.code}) was verified and upheld; the application ends.\nArticle: ${String(detail?.article)}\nReason: ${String(detail?.reason)}`,
            },
          },
        ]
      : [],
};
