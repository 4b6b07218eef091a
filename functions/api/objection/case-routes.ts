import * as z from 'zod';
import { documentView } from '#domain/document/document';
import { objectionFile, objectionLine } from '#domain/objection/access';
import { disclosedObjection } from '#domain/objection/mark';
import { objectionDecision } from '#domain/objection/objection';
import { pageOf, pageQuery, route } from '../route.ts';

const objectionId = z.object({ objectionId: z.string() });
const text = z.string().trim().min(1).max(5000);

/** The verification of objections. Who objects is in the answers of one route only, for those who verify or audit. */
export const caseRoutes = {
  listObjections: route({
    method: 'GET',
    path: '/cycles/{cycleId}/objections',
    idea: 'objection',
    summary: { zh: '异议与线索', en: 'Objections and leads, without the objectors' },
    articles: ['A16', 'A21'],
    who: ['office', 'auditor'],
    params: z.object({ cycleId: z.string() }),
    query: pageQuery,
    answer: pageOf(objectionLine),
  }),
  assignInvestigator: route({
    method: 'POST',
    path: '/objections/{objectionId}/investigator',
    idea: 'objection',
    summary: { zh: '指定核实人', en: 'Assign the officer who verifies an objection' },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: objectionId,
    body: z.object({ personId: z.string() }),
    answer: objectionLine,
  }),
  showObjection: route({
    method: 'GET',
    path: '/objections/{objectionId}',
    idea: 'objection',
    summary: { zh: '异议卷宗(含异议人)', en: 'The file of an objection, with the objector' },
    articles: ['A16', 'A21'],
    who: ['office', 'auditor'],
    params: objectionId,
    answer: objectionFile.extend({ evidence: z.array(documentView) }),
  }),
  downloadObjectionEvidence: route({
    method: 'GET',
    path: '/objections/{objectionId}/evidence/{documentId}/download',
    idea: 'objection',
    summary: { zh: '取得证据下载地址', en: 'A URL to download a piece of evidence' },
    articles: ['A16', 'A21'],
    who: ['office', 'auditor'],
    params: objectionId.extend({ documentId: z.string() }),
    answer: z.object({ url: z.string(), name: z.string(), sha256: z.string() }),
  }),
  discloseObjection: route({
    method: 'POST',
    path: '/objections/{objectionId}/disclosure',
    idea: 'objection',
    summary: { zh: '将异议内容告知申报人(不含异议人)', en: 'Put the substance to the applicant, not who objects' },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: objectionId,
    body: z.object({ substance: text }),
    answer: objectionLine,
  }),
  respondToObjection: route({
    method: 'POST',
    path: '/applications/{applicationId}/disclosed-objections/{number}/response',
    idea: 'objection',
    summary: { zh: '申报人就异议作出说明', en: "The applicant's response to an objection" },
    articles: ['A16', 'A21'],
    who: 'registered',
    params: z.object({ applicationId: z.string(), number: z.coerce.number().int().min(1).max(1000) }),
    body: z.object({ text }),
    answer: z.object({ items: z.array(disclosedObjection) }),
  }),
  decideObjection: route({
    method: 'POST',
    path: '/objections/{objectionId}/decision',
    idea: 'objection',
    summary: {
      zh: '异议核实决定(成立须另一人复核)',
      en: 'Decide an objection: dismissed by one officer, upheld by two',
    },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: objectionId,
    body: objectionDecision,
    answer: objectionLine,
  }),
  reviewLead: route({
    method: 'POST',
    path: '/objections/{objectionId}/lead-review',
    idea: 'objection',
    summary: { zh: '处理线索', en: 'Say what became of a lead' },
    articles: ['A16', 'A21'],
    who: ['office'],
    params: objectionId,
    body: z.object({ outcome: z.enum(['noted', 'pursued']), note: text }),
    answer: objectionLine,
  }),
} as const;
