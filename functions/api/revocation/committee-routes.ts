import type * as z from 'zod';
import { invitation } from '#domain/vote/convene';
import { route } from '../route.ts';
import { meetingView } from '../vote/meeting-view.ts';

/** The committee's decision on a revocation: a meeting and a ballot like those on the awards (A27). */
export const committeeRoutes = <R extends z.ZodObject>(revocationId: R) =>
  ({
    conveneRevocationMeeting: route({
      method: 'POST',
      path: '/revocations/{revocationId}/meetings',
      idea: 'revocation',
      summary: {
        zh: '召集全体成员大会审定撤销(签到、回避、投票同评奖会议)',
        en: 'Convene the plenary meeting on a revocation; attendance, recusals and ballot as of any meeting',
      },
      articles: ['A27'],
      who: ['office'],
      params: revocationId,
      body: invitation,
      answer: meetingView,
      status: 201,
    }),
  }) as const;
