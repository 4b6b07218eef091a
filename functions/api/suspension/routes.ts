import * as z from 'zod';
import { application } from '#domain/application/application';
import { lateFact } from '#domain/suspension/suspension';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const sentence = z.string().trim().min(1).max(2000);
const suspended = application.pick({ applicationId: true, code: true, stage: true, suspensions: true });

/** Late facts that exclude, and the suspension they bring (A13, D7). */
export const suspensionRoutes = {
  recordLateFact: route({
    method: 'POST',
    path: '/applications/{applicationId}/late-facts',
    idea: 'suspension',
    summary: { zh: '登记新发现的不得申报情形(中止办理)', en: 'Record a fact that excludes and became known late' },
    articles: ['A13', 'A14', 'A16'],
    who: ['office', 'department'],
    params: applicationId,
    body: lateFact.omit({ by: true, at: true }).extend({
      item: z.string().max(10),
      statement: sentence,
      source: z.string().trim().min(1).max(100),
      documentNumber: z.string().trim().min(1).max(100).optional(),
    }),
    answer: z.object({ applicationId: z.string(), item: z.string(), recordedAt: z.iso.datetime() }),
    status: 201,
  }),
  proposeLifting: route({
    method: 'POST',
    path: '/applications/{applicationId}/lifting',
    idea: 'suspension',
    summary: { zh: '提出恢复办理意见(须另一人复核)', en: 'Propose to lift the suspension; another officer decides' },
    articles: ['A16'],
    who: ['office'],
    params: applicationId,
    body: z.object({ reason: sentence }),
    answer: suspended,
  }),
  decideLifting: route({
    method: 'POST',
    path: '/applications/{applicationId}/lifting/decision',
    idea: 'suspension',
    summary: { zh: '复核恢复办理意见', en: 'Confirm or reject that the suspension is lifted, as another officer' },
    articles: ['A16'],
    who: ['office'],
    params: applicationId,
    body: z.object({ confirmed: z.boolean(), reason: sentence }),
    answer: suspended,
  }),
} as const;
