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
};

/** What the recommending body is told of a new application. */
export const toRecommend: MessageRules[string] = (_, application) => {
  if (!application) return [];
  const name = nameOf(application);
  return [
    {
      to: { jurisdiction: jurisdictionOf(application) },
      zh: { subject: `请出具推荐意见:${name}`, text: `${name} 已提交申报,请在规定期限内出具盖章的推荐意见。` },
      en: {
        subject: `A recommendation is due: ${name}`,
        text: `${name} handed in its application; give your signed opinion in time.`,
      },
    },
  ];
};
