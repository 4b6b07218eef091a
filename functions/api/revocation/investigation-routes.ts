import * as z from 'zod';
import { declaration, documentView } from '#domain/document/document';
import { route } from '../route.ts';

const text = z.string().trim().min(1).max(20_000);

/** The investigation and its file. */
export const investigationRoutes = <R extends z.ZodObject, V extends z.ZodObject>(revocationId: R, caseView: V) =>
  ({
    addRevocationEvidence: route({
      method: 'POST',
      path: '/revocations/{revocationId}/evidence',
      idea: 'revocation',
      summary: {
        zh: '向卷宗提交证据并取得上传地址(评审办;当事人在陈述申辩期内)',
        en: 'Declare evidence of the case and get its upload URL: the office, and the winner while heard',
      },
      articles: ['A27', 'A29'],
      who: 'registered',
      params: revocationId,
      body: declaration.omit({ kind: true, replaces: true, confidential: true }),
      answer: z.object({
        document: documentView,
        url: z.string(),
        headers: z.record(z.string(), z.string()),
        expiresInSeconds: z.int(),
      }),
      status: 201,
    }),
    downloadRevocationEvidence: route({
      method: 'GET',
      path: '/revocations/{revocationId}/evidence/{documentId}',
      idea: 'revocation',
      summary: { zh: '下载卷宗证据', en: 'A URL to download evidence of the case, good for ten minutes' },
      articles: ['A27'],
      who: 'registered',
      params: z.object({ revocationId: z.string(), documentId: z.string() }),
      answer: z.object({ url: z.string(), name: z.string(), sha256: z.string() }),
    }),
    concludeInvestigation: route({
      method: 'PUT',
      path: '/revocations/{revocationId}/investigation',
      idea: 'revocation',
      summary: { zh: '登记调查核实结论', en: 'Record what the investigation found' },
      articles: ['A27'],
      who: ['office'],
      params: revocationId,
      body: z.object({ findings: text }),
      answer: caseView,
    }),
    dropRevocation: route({
      method: 'POST',
      path: '/revocations/{revocationId}/drop',
      idea: 'revocation',
      summary: { zh: '不予撤销,结案', en: 'Drop the case' },
      articles: ['A27'],
      who: ['office'],
      params: revocationId,
      body: z.object({ reason: text }),
      answer: caseView,
    }),
  }) as const;
