import * as z from 'zod';
import { documentView } from '#domain/document/document';
import { revocation } from '#domain/revocation/revocation';
import { grounds } from '#domain/revocation/grounds';
import { announced } from '#domain/revocation/view';
import { pageOf, pageQuery, route } from '../route.ts';
import { banRoutes } from './ban-routes.ts';
import { committeeRoutes } from './committee-routes.ts';
import { hearingRoutes } from './hearing-routes.ts';
import { investigationRoutes } from './investigation-routes.ts';
import { pushRoutes } from './push-routes.ts';
import { recoveryRoutes } from './recovery-routes.ts';

const revocationId = z.object({ revocationId: z.string() });
const text = z.string().trim().min(1).max(20_000);
const readers = ['office', 'auditor', 'committeeMember', 'registrar'] as const;

const caseView = revocation
  .omit({ version: true, chain: true, duty: true, kept: true, committeeDecision: true })
  .extend({
    article: z.string().describe('Where the ground stands'),
    committeeDecision: z
      .object({ meetingId: z.string(), revoke: z.boolean(), reason: z.string().optional(), at: z.iso.datetime() })
      .optional(),
    actions: z.array(z.string()).describe('What the caller can do now'),
  });

/** Revocation cases. */
export const revocationRoutes = {
  openRevocation: route({
    method: 'POST',
    path: '/certificates/{certificateNumber}/revocations',
    idea: 'revocation',
    summary: { zh: '立案调查(撤销奖励)', en: 'Open a revocation case' },
    articles: ['A27'],
    who: ['office'],
    params: z.object({ certificateNumber: z.string() }),
    body: z.object({ ground: z.enum(grounds), facts: text }),
    answer: caseView,
    status: 201,
  }),
  listRevocations: route({
    method: 'GET',
    path: '/programmes/{programmeId}/revocations',
    idea: 'revocation',
    summary: { zh: '撤销奖励案件', en: 'Revocation cases' },
    who: readers,
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(caseView),
  }),
  showRevocation: route({
    method: 'GET',
    path: '/revocations/{revocationId}',
    idea: 'revocation',
    summary: { zh: '撤销奖励案', en: 'A revocation case' },
    who: 'registered',
    params: revocationId,
    answer: caseView.extend({ evidence: z.array(documentView) }),
  }),
  ...investigationRoutes(revocationId, caseView),
  ...hearingRoutes(revocationId, caseView),
  ...committeeRoutes(revocationId),
  recordRevocation: route({
    method: 'POST',
    path: '/revocations/{revocationId}/government-decision',
    idea: 'revocation',
    summary: { zh: '登记市政府撤销决定', en: "Enter the government's decision to revoke" },
    articles: ['A27'],
    who: ['registrar'],
    params: revocationId,
    body: z.object({
      number: z.string().trim().min(1).max(100),
      date: z.iso.date(),
      revoke: z.boolean(),
      reason: text.optional().describe('Needed when the government does not revoke'),
      documentId: z.string(),
    }),
    answer: caseView,
  }),
  ...recoveryRoutes(revocationId, caseView),
  ...pushRoutes(revocationId),
  listRevocationAnnouncements: route({
    method: 'GET',
    path: '/programmes/{programmeId}/revocation-announcements',
    idea: 'revocation',
    summary: { zh: '撤销奖励公告', en: 'Revocations as announced to the public' },
    articles: ['A27'],
    who: 'public',
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(announced),
  }),
  ...banRoutes,
} as const;
