import * as z from 'zod';
import { push } from '#domain/platform-push/push';
import { pageOf, route } from '../route.ts';

const pushView = push.omit({ version: true, chain: true });

/** What goes to the credit and the supervision platform, and their receipts (A27). */
export const pushRoutes = <R extends z.ZodObject>(revocationId: R) =>
  ({
    listPushes: route({
      method: 'GET',
      path: '/revocations/{revocationId}/pushes',
      idea: 'revocation',
      summary: { zh: '向两平台推送的情况和回执', en: 'The pushes to both platforms, with receipts and failures' },
      articles: ['A27'],
      who: ['office', 'auditor'],
      params: revocationId,
      answer: pageOf(pushView),
    }),
    pushAgain: route({
      method: 'POST',
      path: '/pushes/{pushId}/again',
      idea: 'revocation',
      summary: { zh: '重新推送(仅限失败的推送)', en: 'Push again what failed' },
      articles: ['A27'],
      who: ['office'],
      params: z.object({ pushId: z.string() }),
      answer: pushView,
    }),
  }) as const;
