import * as z from 'zod';
import { evidenceFile } from '#domain/objection/evidence';
import { followUp } from '#domain/objection/follow-up';
import { objection, objectionText } from '#domain/objection/objection';
import { route } from '../route.ts';

const objectionId = z.object({ objectionId: z.string() });
const code = z.string().min(20).max(100);

/**
 * What people without an account do. The code that was given out on filing is all that lets them in, and is a secret:
 * it travels in bodies, never in addresses, and nothing of them is kept but its hash.
 */
export const objectorRoutes = {
  fileObjection: route({
    method: 'POST',
    path: '/notices/{noticeId}/objections',
    idea: 'objection',
    summary: { zh: '提出异议或线索', en: 'Object to a notice, or leave a lead' },
    articles: ['A16', 'A21'],
    who: 'public',
    params: z.object({ noticeId: z.string() }),
    body: objectionText.extend({
      followUpCode: code
        .optional()
        .describe('A random code of your own, so that the request can be repeated safely; without it one is given out'),
    }),
    answer: z.object({
      receiptNumber: z.string(),
      receivedAt: z.iso.datetime(),
      treatedAs: z.enum(['objection', 'lead']),
      leadBecause: objection.shape.leadBecause,
      evidenceUntil: z.iso
        .datetime()
        .optional()
        .describe('Of an objection: when its evidence must be there (excluded), or it is kept as a lead'),
      followUpCode: z
        .string()
        .optional()
        .describe('Shown this once: with it the objector adds evidence, follows the case and reads the answer'),
    }),
    status: 201,
    secret: true,
  }),
  addObjectionEvidence: route({
    method: 'POST',
    path: '/objections/{objectionId}/evidence',
    idea: 'objection',
    summary: { zh: '登记证据材料并取得上传地址', en: 'Declare a piece of evidence and get its upload URL' },
    articles: ['A16', 'A21'],
    who: 'public',
    params: objectionId,
    body: z.object({ code, file: evidenceFile }),
    answer: z.object({ url: z.string(), headers: z.record(z.string(), z.string()), expiresInSeconds: z.int() }),
    status: 201,
    secret: true,
  }),
  followObjection: route({
    method: 'POST',
    path: '/objections/{objectionId}/follow-up',
    idea: 'objection',
    summary: { zh: '凭回执和查询码查看办理情况', en: 'Where an objection stands, and its answer' },
    articles: ['A16', 'A21'],
    who: 'public',
    params: objectionId,
    body: z.object({ code }),
    answer: followUp,
    secret: true,
  }),
} as const;
