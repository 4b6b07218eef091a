import * as z from 'zod';
import { dutyStatuses, inspectionBody, reportBody, yearlyDuty } from '#domain/post-award/duty';
import { pageOf, pageQuery, route } from '../route.ts';

const dutyId = z.object({ dutyId: z.string() });
const dutyView = yearlyDuty.pick({
  dutyId: true,
  kind: true,
  certificateNumber: true,
  winnerName: true,
  year: true,
  status: true,
  dueOn: true,
  done: true,
});
/** An inspection is the office's; a winner sees that it was, not what was noted. */
const ownDutyView = dutyView.extend({ done: z.object({ at: z.string(), late: z.boolean() }).optional() });

/** Annual reports and inspections. */
export const postAwardRoutes = {
  listMyDuties: route({
    method: 'GET',
    path: '/me/duties',
    idea: 'post-award',
    summary: { zh: '我的年度事项', en: 'My yearly duties' },
    articles: ['A26'],
    who: 'registered',
    query: pageQuery,
    answer: pageOf(ownDutyView),
  }),
  listDuties: route({
    method: 'GET',
    path: '/programmes/{programmeId}/duties',
    idea: 'post-award',
    summary: { zh: '年度自评报告与巡查', en: 'Annual reports and inspections' },
    articles: ['A26', 'A28'],
    who: ['office', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery.extend({ status: z.enum(dutyStatuses).optional() }),
    answer: pageOf(dutyView),
  }),
  handInAnnualReport: route({
    method: 'POST',
    path: '/duties/{dutyId}/report',
    idea: 'post-award',
    summary: { zh: '提交年度自评报告', en: 'Hand in the annual self-evaluation report' },
    articles: ['A26'],
    who: 'registered',
    params: dutyId,
    body: reportBody,
    answer: ownDutyView,
  }),
  recordInspection: route({
    method: 'POST',
    path: '/duties/{dutyId}/inspection',
    idea: 'post-award',
    summary: { zh: '登记年度巡查结果', en: 'Record the annual inspection' },
    articles: ['A28'],
    who: ['office'],
    params: dutyId,
    body: inspectionBody,
    answer: dutyView,
  }),
} as const;
