import { articleText } from '../article.ts';
import type { Application } from '../application/application.ts';
import type { Message, MessageRules, Sentence } from '../notification/message.ts';

/** The applicant learns what became of an objection that held the case up, and whether something else still does. */
const noLongerHeld = (of: Application | undefined, goesOn: boolean, became: Sentence): Message[] =>
  of
    ? [
        {
          to: { personId: of.ownerId },
          zh: {
            subject: goesOn ? '公示异议已处理,申报恢复办理' : '一件公示异议已处理',
            text: `公示期间对您的申报(${of.code})提出的一件异议${became.zh};${goesOn ? '申报恢复办理' : '尚有其他事项待处理,申报仍暂停办理'}。`,
          },
          en: {
            subject: goesOn ? 'Your application goes on' : 'An objection was dealt with',
            text: `An objection to your application (${of.code}) ${became.en}; ${goesOn ? 'the application goes on' : 'another matter is still open, so the application still waits'}.`,
          },
        },
      ]
    : [];

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
          // The applicant learns that the case stands still, and nothing of who objects or by which receipt.
          {
            to: { personId: application.ownerId },
            zh: {
              subject: '公示期间收到异议,申报暂停办理',
              text: `公示期间收到对您的申报(${application.code})的实名异议,核实期间暂停办理,不影响公示中的其他申报。核实结果将另行通知;需要您说明的,将把异议内容告知您。异议人身份依规定保密。`,
            },
            en: {
              subject: 'An objection was received; your application waits',
              text: `During the notice an objection to your application (${application.code}) was received. While it is verified your application does not go on; others in the notice do. You will be told the outcome, and the substance if your response is needed. Who objects is confidential.`,
            },
          },
        ]
      : [],
  objectionDismissed: ({ detail }, application) =>
    noLongerHeld(application, detail?.goesOn === true, {
      zh: '经核实不成立',
      en: 'was verified and dismissed',
    }),
  objectionLapsed: ({ detail }, application) =>
    noLongerHeld(application, detail?.goesOn === true, {
      zh: '至公示期满未提供证据材料,不再影响办理',
      en: 'came without evidence and holds nothing up any more',
    }),
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
  upholdingProposed: ({ recordId, detail }) => [
    {
      to: { role: 'office' },
      zh: {
        subject: '异议成立意见待复核',
        text: `对《${String(detail?.noticeTitle)}》的异议(${recordId})拟认定成立,依据:管理办法${articleText(String(detail?.article))}。请核实人以外的工作人员复核。`,
      },
      en: {
        subject: 'An objection to be upheld awaits a second officer',
        text: `The objection (${recordId}) to “${String(detail?.noticeTitle)}” is to be upheld by ${String(detail?.article)}; an officer who did not verify it confirms or returns that.`,
      },
    },
  ],
  upholdingReturned: ({ recordId, detail }) => [
    {
      to: { personId: String(detail?.personId) },
      zh: {
        subject: '异议成立意见已退回',
        text: `您对异议(${recordId})提出的成立意见已退回,请继续核实。理由:${String(detail?.reason)}`,
      },
      en: {
        subject: 'Your proposal to uphold was returned',
        text: `Your proposal to uphold the objection (${recordId}) was returned: ${String(detail?.reason)}`,
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
