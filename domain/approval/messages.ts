import type { MessageRules } from '../notification/message.ts';
import { awardNames } from './award-names.ts';

/** Whom the events of this idea are told to, and how. */
export const approvalMessages: MessageRules = {
  submittedToGovernment: ({ detail }) => [
    {
      to: { role: 'registrar' },
      zh: {
        subject: `报请审定:${String(detail?.cycle)}`,
        text: `评审办已报送拟获奖名单(${String(detail?.applications)} 项)及报审材料,请下载并在市政府作出决定后登记。`,
      },
      en: {
        subject: `Submitted for approval: ${String(detail?.cycle)}`,
        text: `The office submitted the proposed winners (${String(detail?.applications)}) with its papers; please download them, and enter the decision once it is made.`,
      },
    },
  ],
  awarded: (happened, application) => {
    const award = awardNames[application?.awarding?.award ?? 'qualityAward'];
    const number = String(happened.detail?.certificateNumber);
    return [
      {
        to: { personId: application?.ownerId ?? '' },
        zh: {
          subject: `恭喜获奖:${award.zh}`,
          text: `经市人民政府审定,授予${award.zh},证书编号 ${number}。今后每年须提交年度自评报告,届时系统会提醒。`,
        },
        en: {
          subject: `Congratulations: ${award.en}`,
          text: `The municipal government granted the ${award.en}, certificate ${number}. A yearly self-evaluation report is due from now on; you will be reminded.`,
        },
      },
    ];
  },
  notApproved: (_, application) => [
    {
      to: { personId: application?.ownerId ?? '' },
      zh: { subject: '审定结果通知', text: '经市人民政府审定,本届未予授奖。' },
      en: {
        subject: 'Decision of the government',
        text: 'By the decision of the municipal government no award is granted this time.',
      },
    },
  ],
};
