import * as z from 'zod';
import { byHand } from '#domain/revocation/recover';
import { recoveryTasks } from '#domain/revocation/recovery-task';
import { route } from '../route.ts';

const text = z.string().trim().min(1).max(20_000);

/** What is brought back and made known after the government revoked. */
export const recoveryRoutes = <R extends z.ZodObject, V extends z.ZodObject>(revocationId: R, caseView: V) =>
  ({
    assignRecovery: route({
      method: 'PUT',
      path: '/revocations/{revocationId}/recovery/{task}',
      idea: 'revocation',
      summary: { zh: '指定责任人和期限', en: 'Say who answers for a recovery task, and until when' },
      articles: ['A27'],
      who: ['office'],
      params: z.object({ revocationId: z.string(), task: z.enum(recoveryTasks) }),
      body: z.object({ ownerId: z.string(), dueOn: z.iso.date() }),
      answer: caseView,
    }),
    recordRecovery: route({
      method: 'POST',
      path: '/revocations/{revocationId}/recovery',
      idea: 'revocation',
      summary: { zh: '登记收回回执(奖牌、证书、标识)', en: 'Record that something came back, with its receipt' },
      articles: ['A27'],
      who: ['office'],
      params: revocationId,
      body: z.object({ task: z.enum(byHand), reference: z.string().trim().min(1).max(500) }),
      answer: caseView,
    }),
    announceRevocation: route({
      method: 'POST',
      path: '/revocations/{revocationId}/announcement',
      idea: 'revocation',
      summary: { zh: '向社会公告撤销', en: 'Announce the revocation to the public' },
      articles: ['A27'],
      who: ['office'],
      params: revocationId,
      body: z.object({ title: z.string().trim().min(1).max(200), text }),
      answer: caseView,
    }),
  }) as const;
