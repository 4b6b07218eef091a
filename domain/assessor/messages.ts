import type { MessageRules } from '../notification/message.ts';
import type { Doubt } from './doubts.ts';

const sentenceOf = ({ applicationId, code, because, evidence }: Doubt) => ({
  applicationId,
  zh: because === 'left' ? `${code}：已退出专家库，席位仍在。` : `${code}：与“${evidence}”有关，可能构成利害关系。`,
  en:
    because === 'left' ? `${code}: out of the pool, and still seated.` : `${code}: by ${evidence}, perhaps a conflict.`,
});

/** Whom the events of the pool are told to; who has a conflict with a case is not told of it. */
export const assessorMessages: MessageRules = {
  assessorSeatsInDoubt: ({ detail }) => {
    const { assessorId, doubts } = detail as { assessorId: string; doubts: readonly Doubt[] };
    return [
      {
        to: { role: 'office' },
        zh: {
          subject: `请核实评审员 ${assessorId} 的席位`,
          text: `专家库中评审员 ${assessorId} 的登记有变更，涉及其正在评审的下列申报。请核实，必要时登记回避或终止席位并指派替补。`,
        },
        en: {
          subject: `Look into the seats of assessor ${assessorId}`,
          text: `The entry of assessor ${assessorId} has changed in the pool, which touches cases under review. Record a conflict or end the seat where there is cause.`,
        },
        lines: doubts.map(sentenceOf),
      },
    ];
  },
};
