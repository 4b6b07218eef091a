import * as z from 'zod';
import { route } from '../route.ts';

const text = z.string().trim().min(1).max(20_000);

/** The right to be heard before a revocation (A27, D22). */
export const hearingRoutes = <R extends z.ZodObject, V extends z.ZodObject>(revocationId: R, caseView: V) => {
  const said = { params: revocationId, body: z.object({ text }), answer: caseView } as const;
  return {
    giveHearingNotice: route({
      method: 'POST',
      path: '/revocations/{revocationId}/hearing',
      idea: 'revocation',
      summary: { zh: '事先告知(陈述申辩、听证权利)', en: 'Give notice of the right to be heard' },
      articles: ['A27'],
      who: ['office'],
      params: revocationId,
      body: z.object({ notice: text }),
      answer: caseView,
    }),
    stateDefence: route({
      method: 'POST',
      path: '/revocations/{revocationId}/hearing/statements',
      idea: 'revocation',
      summary: { zh: '提交陈述申辩意见', en: 'State a defence' },
      articles: ['A27'],
      who: 'registered',
      ...said,
    }),
    requestHearing: route({
      method: 'POST',
      path: '/revocations/{revocationId}/hearing/request',
      idea: 'revocation',
      summary: { zh: '要求举行听证', en: 'Ask for a hearing' },
      articles: ['A27'],
      who: 'registered',
      ...said,
    }),
    waiveHearing: route({
      method: 'POST',
      path: '/revocations/{revocationId}/hearing/waiver',
      idea: 'revocation',
      summary: { zh: '放弃陈述申辩和听证', en: 'Waive the right to be heard' },
      articles: ['A27'],
      who: 'registered',
      ...said,
    }),
    recordHearing: route({
      method: 'POST',
      path: '/revocations/{revocationId}/hearing/record',
      idea: 'revocation',
      summary: { zh: '登记听证笔录', en: 'Record the hearing that was held' },
      articles: ['A27'],
      who: ['office'],
      params: revocationId,
      body: z.object({
        heldAt: z.iso.datetime(),
        place: z.string().trim().min(1).max(200),
        attendees: z.array(z.string().trim().min(1).max(100)).min(1).max(50),
        text,
      }),
      answer: caseView,
    }),
    closeHearing: route({
      method: 'POST',
      path: '/revocations/{revocationId}/hearing/closing',
      idea: 'revocation',
      summary: { zh: '结束陈述申辩', en: 'Close the hearing' },
      articles: ['A27'],
      who: ['office'],
      params: revocationId,
      answer: caseView,
    }),
  } as const;
};
