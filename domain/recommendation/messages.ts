import { jurisdictionOf, nameOf } from '../application/submit.ts';
import type { MessageRules } from '../notification/message.ts';

/** Whom the events of this idea are told to, and how. */
export const recommendationMessages: MessageRules = {
  applicationRecommended: (happened, application) => {
    if (!application) return [];
    const jurisdiction = String(happened.detail?.jurisdiction);
    return [
      {
        to: { personId: application.ownerId },
        zh: { subject: '推荐意见已出具', text: `${jurisdiction}已就贵方的申报出具推荐意见。` },
        en: { subject: 'The recommendation was given', text: `${jurisdiction} recommended your application.` },
      },
    ];
  },
  recommendationLapsed: ({ detail }, application) => {
    if (!application) return [];
    const { jurisdiction, dueOn } = detail as { jurisdiction: string; dueOn: string };
    const name = nameOf(application);
    const zh = `推荐单位(${jurisdiction})未在 ${dueOn} 24:00 前就 ${name} 的申报出具推荐意见,申报材料不完整,不能通过资格审查。`;
    const en = `The recommending body (${jurisdiction}) gave no opinion on ${name} by the end of ${dueOn} (Asia/Shanghai): the application is incomplete and cannot pass the eligibility review.`;
    const lapsed = {
      zh: { subject: `推荐意见逾期未出具:${name}`, text: zh },
      en: { subject: `No recommendation in time: ${name}`, text: en },
    };
    return [
      { to: { role: 'office' }, ...lapsed },
      { to: { personId: application.ownerId }, ...lapsed },
    ];
  },
};

/** What the recommending body is told of a new application. */
export const toRecommend: MessageRules[string] = ({ detail }, application) => {
  if (!application) return [];
  const name = nameOf(application);
  const day = typeof detail?.recommendBy === 'string' ? detail.recommendBy : undefined;
  return [
    {
      to: { jurisdiction: jurisdictionOf(application) },
      zh: {
        subject: `请出具推荐意见:${name}`,
        text: `${name} 已提交申报,请${day ? `于 ${day} 24:00 前` : '在规定期限内'}出具盖章的推荐意见。`,
      },
      en: {
        subject: `A recommendation is due: ${name}`,
        text: `${name} handed in its application; give your signed opinion ${day ? `by the end of ${day} (Asia/Shanghai)` : 'in time'}.`,
      },
    },
  ];
};
