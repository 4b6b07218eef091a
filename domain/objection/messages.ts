import { articleText } from '../article.ts';
import type { MessageRules } from '../notification/message.ts';

/**
 * Whom the events of an objection are told to, and how. No event carries who objects: the objector is written to by
 * the case's own record, and nobody else is told.
 */
export const objectionMessages: MessageRules = {
  objectionFiled: ({ recordId, detail }) => [
    {
      to: { objectorOf: recordId },
      zh: {
        subject: '您的异议已收到',
        text: `您对《${String(detail?.noticeTitle)}》提出的异议已收到(回执 ${recordId}),将在 ${String(detail?.dueOn)} 前核实并答复。请在公示期满前凭回执和查询码提供证据材料,否则按线索处理。您的身份予以保密。`,
      },
      en: {
        subject: 'Your objection was received',
        text: `Your objection to “${String(detail?.noticeTitle)}” was received (receipt ${recordId}); it will be verified and answered by ${String(detail?.dueOn)}. Add your evidence by receipt and code before the notice ends, or it is kept as a lead. Your identity is kept confidential.`,
      },
    },
  ],
  objectionReceived: ({ detail }, application) =>
    application
      ? [
          {
            to: { role: 'office' },
            zh: {
              subject: '收到公示异议',
              text: `申报 ${application.code} 在公示期内收到实名异议(${String(detail?.objectionId)}),请指定核实人,于 ${String(detail?.dueOn)} 前核实并作出决定。`,
            },
            en: {
              subject: 'An objection was received',
              text: `There is an objection (${String(detail?.objectionId)}) to application ${application.code}; assign an investigator and decide it by ${String(detail?.dueOn)}.`,
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
  investigatorAssigned: ({ recordId, detail }) => [
    {
      to: { personId: String(detail?.personId) },
      zh: {
        subject: '请您核实一件公示异议',
        text: `您被指定核实对《${String(detail?.noticeTitle)}》的异议(${recordId}),请于 ${String(detail?.dueOn)} 前完成。`,
      },
      en: {
        subject: 'Please verify an objection',
        text: `You are to verify an objection to “${String(detail?.noticeTitle)}” (${recordId}) by ${String(detail?.dueOn)}.`,
      },
    },
  ],
  objectionPutToApplicant: ({ detail }, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '公示期间收到对您申报的异议,请说明',
              text: `公示期间收到对您的申报(${application.code})的异议,内容如下:\n${String(detail?.substance)}\n您可登录系统提交说明。`,
            },
            en: {
              subject: 'An objection to your application: please respond',
              text: `During the notice an objection to your application (${application.code}) was received:\n${String(detail?.substance)}\nYou may sign in and respond.`,
            },
          },
        ]
      : [],
  objectionResponded: ({ recordId, detail }) => [
    {
      to: detail?.personId ? { personId: String(detail.personId) } : { role: 'office' },
      zh: { subject: '申报人已就异议作出说明', text: `申报人已就异议 ${recordId} 提交说明,请登录系统查看。` },
      en: { subject: 'The applicant responded', text: `The applicant responded to objection ${recordId}.` },
    },
  ],
  objectionWithoutEvidence: ({ recordId, detail }) => [
    {
      to: { objectorOf: recordId },
      zh: {
        subject: '您的异议按线索处理',
        text: `您对《${String(detail?.noticeTitle)}》提出的异议(回执 ${recordId})至公示期满未提供证据材料,按线索处理,不影响评审程序;您仍可凭回执和查询码补充材料。`,
      },
      en: {
        subject: 'Your objection is kept as a lead',
        text: `No evidence had come for your objection (receipt ${recordId}) to “${String(detail?.noticeTitle)}” when the notice ended: it is kept as a lead and holds nothing up. You can still add evidence by receipt and code.`,
      },
    },
    {
      to: detail?.personId ? { personId: String(detail.personId) } : { role: 'office' },
      zh: {
        subject: '异议无证据,转为线索',
        text: `异议 ${recordId} 至公示期满无证据材料,已转为线索,不再冻结申报;请按线索办理。`,
      },
      en: {
        subject: 'An objection without evidence is a lead now',
        text: `No evidence had come for objection ${recordId} when the notice ended: it is a lead and freezes nothing.`,
      },
    },
  ],
  objectionOverdue: ({ recordId, detail }) =>
    (['office', 'auditor'] as const).map((role) => ({
      to: { role },
      zh: {
        subject: '异议核实逾期,请督办',
        text: `对《${String(detail?.noticeTitle)}》的异议(${recordId})应于 ${String(detail?.dueOn)} 前核实,现已逾期。`,
      },
      en: {
        subject: 'The verification of an objection is overdue',
        text: `An objection to “${String(detail?.noticeTitle)}” (${recordId}) was to be verified by ${String(detail?.dueOn)}.`,
      },
    })),
  objectionAnswered: ({ recordId, detail }) => {
    const upheld = detail?.decision === 'upheld';
    return [
      {
        to: { objectorOf: recordId },
        zh: {
          subject: '关于您所提异议的答复',
          text: `您对《${String(detail?.noticeTitle)}》提出的异议(回执 ${recordId})经核实${upheld ? '成立' : '不成立'}。\n${String(detail?.answer)}`,
        },
        en: {
          subject: 'The answer to your objection',
          text: `Your objection (receipt ${recordId}) to “${String(detail?.noticeTitle)}” was verified and ${upheld ? 'upheld' : 'dismissed'}.\n${String(detail?.answer)}`,
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
