import * as z from 'zod';
import { removalView } from '#domain/public-notice/removal';
import { ban } from '#domain/revocation/ban';
import { pageOf, pageQuery, route } from '../route.ts';

const banView = ban
  .pick({ banId: true, name: true, from: true, until: true, revocationIds: true, lifted: true })
  .extend({ status: z.enum(['inForce', 'over', 'lifted']) });

/** Who may not apply, and until when (D12), and what notices say of those who were banned while they ran. */
export const banRoutes = {
  listBans: route({
    method: 'GET',
    path: '/programmes/{programmeId}/bans',
    idea: 'revocation',
    summary: { zh: '禁止申报名单(至最后一日)', en: 'Who may not apply, and until which day' },
    articles: ['A27'],
    who: ['office', 'registrar', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(banView),
  }),
  liftBan: route({
    method: 'POST',
    path: '/bans/{banId}/lifting',
    idea: 'revocation',
    summary: { zh: '依市政府决定提前解除禁止申报', en: 'Enter the government decision that ends a ban early' },
    articles: ['A27'],
    who: ['registrar'],
    params: z.object({ banId: z.string() }),
    body: z.object({
      number: z.string().trim().min(1).max(100),
      date: z.iso.date(),
      reason: z.string().trim().min(1).max(2000),
      documentId: z.string(),
    }),
    answer: banView,
  }),
  listNoticeRemovals: route({
    method: 'GET',
    path: '/notices/{noticeId}/removals',
    idea: 'revocation',
    summary: {
      zh: '公示更正(公示期间退出的名单和依据)',
      en: 'Corrections of a notice: who left it while it ran, and why',
    },
    articles: ['A16', 'A21', 'A27'],
    who: 'public',
    params: z.object({ noticeId: z.string() }),
    query: pageQuery,
    answer: pageOf(removalView),
  }),
} as const;
