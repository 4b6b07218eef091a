import type { MessageRules } from '../notification/message.ts';
import { toRecommend } from '../recommendation/messages.ts';
import { inChinese } from '../wording.ts';
import { nameOf } from './submit.ts';

/** Whom the events of this idea are told to, and how. */
export const applicationMessages: MessageRules = {
  applicationSubmitted: (happened, application) => {
    const number = String(happened.detail?.number);
    const name = application ? nameOf(application) : '';
    return [
      {
        to: { personId: happened.actor.personId },
        zh: {
          subject: `已收到申报:${number}`,
          text: `已收到贵方(${name})的申报,回执编号 ${number}。评审办将进行资格审查,是否受理及进展会通知贵方。`,
        },
        en: {
          subject: `Application received: ${number}`,
          text: `Your application (${name}) is received under number ${number}. The review office now examines eligibility.`,
        },
      },
      {
        to: { role: 'office' },
        zh: { subject: `新申报待资格审查:${name}`, text: `${name}(${number})已提交申报,请进行资格审查。` },
        en: { subject: `New application: ${name}`, text: `${name} (${number}) awaits the eligibility review.` },
      },
      ...toRecommend(happened, application),
    ];
  },
  memberAdded: (happened) => [
    {
      to: { personId: String(happened.detail?.personId) },
      zh: {
        subject: '您已加入一份申报',
        text: `${happened.actor.name} 已将您加入其市长质量奖申报,您可以填写和上传材料。`,
      },
      en: {
        subject: 'You were added to an application',
        text: `${happened.actor.name} added you to an application; you can fill it in and upload files.`,
      },
    },
  ],
  applicationExtended: (happened, application) => {
    const { closesAt, reason } = happened.detail as Record<string, string>;
    return [
      {
        to: { personId: application?.ownerId ?? '' },
        zh: {
          subject: '申报截止时间已延长',
          text: `评审办已将贵方的申报截止时间延长至 ${inChinese('closesAt', closesAt)}。原因:${reason}`,
        },
        en: { subject: 'Your closing time was extended', text: `It is now ${closesAt}. Reason: ${reason}` },
      },
    ];
  },
  applicationResubmitted: (happened, application) => {
    const name = application ? nameOf(application) : '';
    return [
      {
        to: { role: 'office' },
        zh: { subject: `补正材料已提交:${name}`, text: `${name} 已完成补正,请继续资格审查。` },
        en: { subject: `Correction handed in: ${name}`, text: `${name} handed in its correction.` },
      },
      ...(happened.detail?.anew ? toRecommend(happened, application) : []),
    ];
  },
  applicationWithdrawn: (_, application) => {
    const name = application ? nameOf(application) : '';
    return [
      {
        to: { role: 'office' },
        zh: { subject: `申报已撤回:${name}`, text: `${name} 已撤回申报。` },
        en: { subject: `Application withdrawn: ${name}`, text: `${name} withdrew its application.` },
      },
    ];
  },
};
