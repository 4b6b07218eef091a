import type { MessageRules } from '../notification/message.ts';

const shanghai = (instant: unknown) =>
  new Date(Date.parse(String(instant)) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Whom the events of this idea are told to, and how. */
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
};
