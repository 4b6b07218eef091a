import * as z from 'zod';
import { annualReportView, publicReport, reportContent } from '#domain/annual-report/annual-report';
import { declaration, documentView } from '#domain/document/document';
import { route } from '../route.ts';
import { dutyView, ownDutyView } from './views.ts';

const dutyId = z.object({ dutyId: z.string().max(200) });
const idea = 'post-award';
const articles = ['A26'];

/** The yearly self-evaluation report. */
export const reportRoutes = {
  describeAnnualReport: route({
    method: 'GET',
    path: '/annual-reports/form',
    ...{ idea, articles },
    summary: { zh: '年度自评报告表单', en: 'The form of the annual self-evaluation report, as JSON Schema' },
    who: 'registered',
    answer: z.object({ schema: z.record(z.string(), z.unknown()) }),
  }),
  addReportFile: route({
    method: 'POST',
    path: '/duties/{dutyId}/report/files',
    ...{ idea, articles: ['A26', 'A29'] },
    summary: { zh: '登记年度自评报告附件并取得上传地址', en: 'Declare a file of the report and get its upload URL' },
    who: 'registered',
    params: dutyId,
    body: declaration.omit({ kind: true, replaces: true, confidential: true }),
    answer: z.object({
      document: documentView,
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresInSeconds: z.int(),
    }),
    status: 201,
  }),
  downloadReportFile: route({
    method: 'GET',
    path: '/duties/{dutyId}/report/files/{documentId}',
    ...{ idea, articles },
    summary: { zh: '下载年度自评报告附件', en: 'A URL to download a file of the report, good for ten minutes' },
    who: 'registered',
    params: dutyId.extend({ documentId: z.string() }),
    answer: z.object({ url: z.string(), name: z.string(), sha256: z.string() }),
  }),
  handInAnnualReport: route({
    method: 'POST',
    path: '/duties/{dutyId}/report',
    ...{ idea, articles: ['A26', 'A29'] },
    summary: { zh: '提交年度自评报告', en: 'Hand in the annual self-evaluation report' },
    who: 'registered',
    params: dutyId,
    body: reportContent,
    answer: ownDutyView,
  }),
  showAnnualReports: route({
    method: 'GET',
    path: '/duties/{dutyId}/report',
    ...{ idea, articles },
    summary: { zh: '已提交的年度自评报告(含退回的)', en: 'The report as handed in, those returned beside it' },
    who: 'registered',
    params: dutyId,
    answer: z.object({ items: z.array(annualReportView) }),
  }),
  acknowledgeAnnualReport: route({
    method: 'POST',
    path: '/duties/{dutyId}/report/acknowledgement',
    ...{ idea, articles },
    summary: { zh: '确认年度自评报告', en: 'Acknowledge the report' },
    who: ['office'],
    params: dutyId,
    answer: dutyView,
  }),
  returnAnnualReport: route({
    method: 'POST',
    path: '/duties/{dutyId}/report/return',
    ...{ idea, articles },
    summary: { zh: '退回年度自评报告(理由、新期限)', en: 'Return the report, with the reason and a new due day' },
    who: ['office'],
    params: dutyId,
    body: z.object({ reason: z.string().trim().min(1).max(2000), dueOn: z.iso.date() }),
    answer: dutyView,
  }),
  consentToPublication: route({
    method: 'PUT',
    path: '/duties/{dutyId}/report/publication',
    ...{ idea, articles },
    summary: {
      zh: '同意或不再同意公开报告的公开部分',
      en: 'Agree to the publication of the public part, or no longer',
    },
    who: 'registered',
    params: dutyId,
    body: z.object({ consent: z.boolean() }),
    answer: annualReportView,
  }),
  listPublicReports: route({
    method: 'GET',
    path: '/winners/{certificateNumber}/annual-reports',
    ...{ idea, articles },
    summary: { zh: '获奖者公开的年度自评', en: 'What a winner published of its reports' },
    who: 'public',
    params: z.object({ certificateNumber: z.string().max(60) }),
    answer: z.object({ items: z.array(publicReport) }),
  }),
} as const;
