import type { MessageRules } from '../notification/message.ts';

const shanghai = (instant: unknown) =>
  new Date(Date.parse(String(instant)) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

/** Whom the events of this idea are told to, and how. */
export const publicNoticeMessages: MessageRules = {
  noticeVoid: ({ detail }) => [
    {
      to: { personId: String(detail?.by) },
      zh: { subject: '公示未发布', text: `《${String(detail?.title)}》未发布:没有可以公示的申报,原因见预览。` },
      en: {
        subject: 'The notice was not published',
        text: `“${String(detail?.title)}” was not published: there is nobody to publish; the preview says why.`,
      },
    },
  ],
  noticePublished: ({ detail }, application) =>
    application
      ? [
          {
            to: { personId: application.ownerId },
            zh: {
              subject: detail?.corrects ? '公示已更正,公示期重新计算' : '您的申报已公示',
              text: `您的申报(${application.code})已列入公示,公示期至 ${shanghai(detail?.endsAt)}(北京时间)。`,
            },
            en: {
              subject: detail?.corrects
                ? 'The notice was corrected; its period begins anew'
                : 'Your application is in a public notice',
              text: `Your application (${application.code}) is published in a notice until ${shanghai(detail?.endsAt)} (Asia/Shanghai).`,
            },
          },
        ]
      : [],
};
