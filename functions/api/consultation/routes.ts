import * as z from 'zod';
import { application } from '#domain/application/application';
import { consultationLetter, letter } from '#domain/consultation/letter';
import { datedFact } from '#domain/eligibility/dated-fact';
import { pageOf, pageQuery, route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const cycleId = z.object({ cycleId: z.string() });
const oneLetter = applicationId.extend({ departmentCode: z.string() });
const sentence = z.string().trim().min(1).max(2000);

const paperNumber = z.string().trim().min(1).max(100).optional();
const paperId = z.string().max(300).optional().describe('A paper one uploaded oneself');

/** What a department answers on one applicant; an objection names its fact and its paper. */
const answerBody = z.object({
  verdict: z.enum(['noObjection', 'objection']),
  facts: sentence,
  fact: datedFact.optional(),
  documentNumber: paperNumber,
  documentId: paperId,
});

/** A letter as the office sees it. */
const issued = consultationLetter.omit({ version: true, chain: true, duty: true });

/** What the office gets back: the case and all its letters with their answers. */
const consulted = application.pick({ applicationId: true, code: true, stage: true, consultations: true });

/** Consultation: letters to departments, answers, escalations. */
export const consultationRoutes = {
  previewLetters: route({
    method: 'GET',
    path: '/cycles/{cycleId}/consultation-letters/preview',
    idea: 'consultation',
    summary: { zh: '预览将征求意见的申报', en: 'Whom letters to these departments would be about' },
    articles: ['A16'],
    who: ['office'],
    params: cycleId,
    query: z.object({ departmentCodes: z.string().min(1).max(1000).describe('Separated by commas') }),
    answer: z.object({
      dueOn: z.iso.date(),
      leftOut: z
        .array(z.string())
        .describe('Departments consulted as a rule that are then not asked about all of them'),
      subjects: consultationLetter.shape.subjects,
    }),
  }),
  issueLetters: route({
    method: 'POST',
    path: '/cycles/{cycleId}/consultation-letters',
    idea: 'consultation',
    summary: { zh: '书面征求有关部门意见(每部门一函)', en: 'Consult departments in writing: one letter to each' },
    articles: ['A16'],
    who: ['office'],
    params: cycleId,
    body: z.object({
      departmentCodes: z.array(z.string().trim().min(1).max(50)).min(1).max(30),
      question: sentence,
      applicationIds: z.array(z.string().max(100)).min(1).max(40).optional().describe('Absent: all who wait for it'),
    }),
    answer: z.object({ items: z.array(issued) }),
    status: 201,
  }),
  listLetters: route({
    method: 'GET',
    path: '/cycles/{cycleId}/consultation-letters',
    idea: 'consultation',
    summary: { zh: '征求意见函及未答复情况', en: 'The letters of a cycle, and what is open on them' },
    articles: ['A16'],
    who: ['office', 'auditor'],
    params: cycleId,
    query: pageQuery,
    answer: pageOf(issued),
  }),
  answerLetter: route({
    method: 'POST',
    path: '/consultation-letters/{letterId}/answers',
    idea: 'consultation',
    summary: { zh: '部门就一函中的多个申报一并答复', en: "The department's answers on many applicants at once" },
    articles: ['A16'],
    who: ['department'],
    params: z.object({ letterId: z.string() }),
    body: z.object({
      answers: z
        .array(answerBody.extend({ applicationId: z.string().max(100) }))
        .min(1)
        .max(30),
    }),
    answer: z.object({ items: z.array(letter) }),
  }),
  listConsultations: route({
    method: 'GET',
    path: '/consultations',
    idea: 'consultation',
    summary: { zh: '本部门的征求意见函', en: "My department's letters" },
    articles: ['A16'],
    who: ['department'],
    query: pageQuery.extend({
      programmeId: z.string(),
      departmentCode: z.string().max(50).optional().describe('Needed only by a person with several departments'),
    }),
    answer: pageOf(letter),
  }),
  answerConsultation: route({
    method: 'POST',
    path: '/applications/{applicationId}/consultations/{departmentCode}/answer',
    idea: 'consultation',
    summary: { zh: '部门答复', en: "The department's answer" },
    articles: ['A16'],
    who: ['department'],
    params: oneLetter,
    body: answerBody,
    answer: letter,
  }),
  recordEscalation: route({
    method: 'POST',
    path: '/applications/{applicationId}/consultations/{departmentCode}/escalation',
    idea: 'consultation',
    summary: { zh: '记录逾期未答复的催办结果', en: 'Record what came of a silent department' },
    articles: ['A16'],
    who: ['office'],
    params: oneLetter,
    body: z.object({ outcome: sentence, documentNumber: paperNumber, documentId: paperId }),
    answer: consulted,
  }),
  passConsultation: route({
    method: 'POST',
    path: '/applications/{applicationId}/consultations/clearance',
    idea: 'consultation',
    summary: { zh: '征求意见结束,转入公示', en: 'Close the consultation; the applicant goes on to the public notice' },
    articles: ['A16'],
    who: ['office'],
    params: applicationId,
    body: z.object({
      assessments: z
        .array(z.object({ departmentCode: z.string(), assessment: sentence }))
        .max(40)
        .default([])
        .describe('For each objection that is not followed: why; where its fact excludes, another officer confirms it'),
    }),
    answer: consulted,
  }),
} as const;
