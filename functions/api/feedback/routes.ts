import * as z from 'zod';
import { application } from '#domain/application/application';
import { handDelivery } from '#domain/review/deliver-report';
import { materialReview } from '#domain/review/panel';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });

/** What an applicant who is out is told of the material review, without names (A17). */
export const feedbackRoutes = {
  recordDelivery: route({
    method: 'POST',
    path: '/applications/{applicationId}/feedback/delivery',
    idea: 'feedback',
    summary: { zh: '登记评审报告送达(当面或邮寄)', en: 'Record that the report was delivered by hand or by post' },
    articles: ['A17'],
    who: ['office'],
    params: applicationId,
    body: handDelivery,
    answer: application.pick({ applicationId: true, stage: true }),
    status: 201,
  }),
  showFeedback: route({
    method: 'GET',
    path: '/applications/{applicationId}/feedback',
    idea: 'feedback',
    summary: { zh: '材料评审报告(反馈申报主体)', en: 'The report of the material review, for the applicant' },
    articles: ['A17'],
    who: 'registered',
    params: applicationId,
    answer: z.object({
      applicationId: z.string(),
      at: z.iso.datetime(),
      items: z.array(
        materialReview.shape.items.element.pick({
          code: true,
          percentage: true,
          strengths: true,
          improvements: true,
        }),
      ),
      themes: z.string(),
    }),
  }),
  downloadFeedback: route({
    method: 'GET',
    path: '/applications/{applicationId}/feedback/pdf',
    idea: 'feedback',
    summary: {
      zh: '下载材料评审反馈报告(PDF,不含评审员姓名):申报主体在送达后,评审办为当面或邮寄送达',
      en: 'The report as PDF, without names: for the applicant once delivered, for the office to hand over or post',
    },
    articles: ['A17'],
    who: 'registered',
    params: applicationId,
    answer: z.object({ url: z.string(), name: z.string(), sha256: z.string() }),
  }),
} as const;
