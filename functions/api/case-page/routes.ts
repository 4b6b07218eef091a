import * as z from 'zod';
import { casePageStatuses, casePageView, newCasePage, publicCasePage } from '#domain/case-page/case-page';
import { pageOf, pageQuery, route } from '../route.ts';

const casePageId = z.object({ casePageId: z.string() });
const certificateNumber = z.object({ certificateNumber: z.string().max(60) });
const programmeId = z.object({ programmeId: z.string() });
const reason = z.string().trim().min(1).max(1000);
const idea = 'case-page';
const articles = ['A26'];

/** Winners' experience, published by themselves after the office's consent (A26). */
export const casePageRoutes = {
  submitCasePage: route({
    method: 'POST',
    path: '/winners/{certificateNumber}/case-pages',
    ...{ idea, articles },
    summary: { zh: '提交经验案例,报评审办同意公开', en: "Submit a case page for the office's consent" },
    who: 'registered',
    params: certificateNumber,
    body: newCasePage,
    answer: casePageView,
    status: 201,
  }),
  reviseCasePage: route({
    method: 'PUT',
    path: '/case-pages/{casePageId}',
    ...{ idea, articles },
    summary: { zh: '修改并重新提交经验案例', en: 'Write a case page anew; it needs consent again' },
    who: 'registered',
    params: casePageId,
    body: newCasePage,
    answer: casePageView,
  }),
  decideCasePage: route({
    method: 'POST',
    path: '/case-pages/{casePageId}/decision',
    ...{ idea, articles },
    summary: { zh: '同意公开或退回经验案例', en: 'Consent to the publication of a case page, or return it' },
    who: ['office'],
    params: casePageId,
    body: z.object({ consent: z.boolean(), reason: reason.optional() }),
    answer: casePageView,
  }),
  publishCasePage: route({
    method: 'POST',
    path: '/case-pages/{casePageId}/publication',
    ...{ idea, articles },
    summary: { zh: '公开已获同意的经验案例', en: 'Publish a case page that the office consented to' },
    who: 'registered',
    params: casePageId,
    answer: casePageView,
  }),
  withdrawCasePage: route({
    method: 'POST',
    path: '/case-pages/{casePageId}/withdrawal',
    ...{ idea, articles },
    summary: { zh: '撤下经验案例(获奖者或评审办)', en: 'Withdraw a case page: the winner, or the office' },
    who: 'registered',
    params: casePageId,
    body: z.object({ reason }),
    answer: casePageView,
  }),
  listCasePagesOfWinner: route({
    method: 'GET',
    path: '/winners/{certificateNumber}/case-pages',
    ...{ idea, articles },
    summary: { zh: '获奖者的全部经验案例及状态', en: "All of a winner's case pages, for itself, office and auditors" },
    who: 'registered',
    params: certificateNumber,
    query: pageQuery,
    answer: pageOf(casePageView),
  }),
  listCasePagesByStatus: route({
    method: 'GET',
    path: '/programmes/{programmeId}/case-pages/by-status/{status}',
    ...{ idea, articles },
    summary: { zh: '按状态列出经验案例', en: 'Case pages by status' },
    who: ['office', 'auditor'],
    params: programmeId.extend({ status: z.enum(casePageStatuses) }),
    query: pageQuery,
    answer: pageOf(casePageView),
  }),
  listCasePages: route({
    method: 'GET',
    path: '/programmes/{programmeId}/case-pages',
    ...{ idea, articles },
    summary: { zh: '公开的经验案例', en: 'Case pages that are public' },
    who: 'public',
    params: programmeId,
    query: pageQuery,
    answer: pageOf(publicCasePage.omit({ text: true })),
  }),
  showCasePage: route({
    method: 'GET',
    path: '/case-pages/{casePageId}',
    ...{ idea, articles },
    summary: { zh: '公开的经验案例全文', en: 'A public case page' },
    who: 'public',
    params: casePageId,
    answer: publicCasePage,
  }),
  showCasePageToRead: route({
    method: 'GET',
    path: '/case-pages/{casePageId}/page',
    ...{ idea, articles },
    summary: { zh: '公开的经验案例网页', en: 'A public case page, as a page to read and print' },
    who: 'public',
    params: casePageId,
    answer: z.string(),
    raw: true,
  }),
} as const;
