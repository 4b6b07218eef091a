import type { MessageRules } from '../notification/message.ts';
import type { Platform } from './push.ts';

/** What people call the platforms. */
export const platformLabels = {
  credit: { zh: '社会公共信用信息平台', en: 'the credit information platform' },
  supervision: { zh: '事中事后综合监管平台', en: 'the supervision platform' },
} as const satisfies Record<Platform, { zh: string; en: string }>;

/** Whom the events of this idea are told to, and how. */
export const platformPushMessages: MessageRules = {
  pushFailed: ({ detail }) => {
    const { platform, error } = detail as { platform: Platform; error: string };
    const { zh, en } = platformLabels[platform];
    return [
      {
        to: { role: 'office' },
        zh: {
          subject: `推送失败:${zh}`,
          text: `撤销信息未能推送至${zh}(${error}),多次重试均未成功。请与平台核实后在案件中重新推送。`,
        },
        en: {
          subject: `Push failed: ${en}`,
          text: `A revocation could not be pushed to ${en} (${error}), after several tries. Ask the platform, then push again from the case.`,
        },
      },
    ];
  },
};
