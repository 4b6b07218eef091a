import * as z from 'zod';
import { application } from '#domain/application/application';
import { letter } from '#domain/consultation/letter';
import { pageOf, pageQuery, route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const oneLetter = applicationId.extend({ departmentCode: z.string() });
const sentence = z.string().trim().min(1).max(2000);

/** What the office gets back: the case and all its letters with their answers. */
const consulted = application.pick({ applicationId: true, code: true, stage: true, consultations: true });

/** Consultation: letters to departments, answers, escalations. */
export const consultationRoutes = {
  consult: route({
    method: 'POST',
    path: '/applications/{applicationId}/consultations',
    idea: 'consultation',
    summary: { zh: '书面征求有关部门意见', en: 'Consult departments in writing' },
    articles: ['A16'],
    who: ['office'],
    params: applicationId,
    body: z.object({
      // A transaction holds a hundred items; every department takes one.
      departmentCodes: z.array(z.string().trim().min(1).max(50)).min(1).max(40),
      question: sentence,
    }),
    answer: consulted,
    status: 201,
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
    body: z.object({
      verdict: z.enum(['noObjection', 'objection']),
      facts: sentence,
      documentNumber: z.string().trim().min(1).max(100).optional(),
    }),
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
    body: z.object({ outcome: sentence }),
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
        .describe('For each objection that is not followed: why'),
    }),
    answer: consulted,
  }),
} as const;
