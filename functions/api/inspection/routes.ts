import * as z from 'zod';
import { declaration, documentView } from '#domain/document/document';
import {
  areas,
  inspection,
  inspectionOutcome,
  inspectionPlan,
  inspectionStatuses,
  rectificationReport,
  reInspection,
  round,
  worksheet,
} from '#domain/inspection/inspection';
import { pageOf, pageQuery, route } from '../route.ts';

const inspectionId = z.object({ inspectionId: z.string().max(200) });
const idea = 'inspection';
const articles = ['A28'];

const known = inspection
  .pick({ inspectionId: true, certificateNumber: true, winnerName: true, year: true, status: true })
  .extend({
    outcome: inspectionOutcome.pick({ result: true, summary: true }).extend({ at: z.iso.datetime() }).optional(),
    rounds: z.array(
      round.extend({
        handedIn: rectificationReport.extend({ at: z.iso.datetime(), late: z.boolean() }).optional(),
        reInspection: reInspection
          .pick({ on: true, result: true, finding: true, evidence: true })
          .extend({ at: z.iso.datetime() })
          .optional(),
      }),
    ),
  });

/** The whole, and of it what the winner sees: the parts that may be absent are the inspectors'. */
const inspectionView = known.extend({
  plan: inspectionPlan.partial({ team: true, items: true }),
  worksheets: z.partialRecord(z.enum(areas), worksheet.extend({ by: z.string(), at: z.iso.datetime() })).optional(),
  revocationId: z.string().optional(),
});

/** The yearly inspection, rectification and re-inspection (A28). */
export const inspectionRoutes = {
  planInspection: route({
    method: 'PUT',
    path: '/duties/{dutyId}/inspection',
    ...{ idea, articles },
    summary: { zh: '制定年度巡查方案(日期、人员、事项)', en: 'Plan the inspection: day, team, items' },
    who: ['office'],
    params: z.object({ dutyId: z.string().max(200) }),
    body: inspectionPlan,
    answer: inspectionView,
  }),
  listInspections: route({
    method: 'GET',
    path: '/programmes/{programmeId}/inspections',
    ...{ idea, articles },
    summary: { zh: '年度巡查', en: 'Inspections' },
    who: ['office', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery.extend({ status: z.enum(inspectionStatuses).optional() }),
    answer: pageOf(known.omit({ rounds: true }).extend({ plan: inspectionPlan.pick({ on: true, team: true }) })),
  }),
  showInspection: route({
    method: 'GET',
    path: '/inspections/{inspectionId}',
    ...{ idea, articles },
    summary: { zh: '一次年度巡查(获奖者只见结论和整改)', en: 'An inspection; the winner sees its end and the orders' },
    who: 'registered',
    params: inspectionId,
    answer: inspectionView,
  }),
  addInspectionFile: route({
    method: 'POST',
    path: '/inspections/{inspectionId}/files',
    ...{ idea, articles: ['A28', 'A29'] },
    summary: { zh: '登记巡查或整改证据并取得上传地址', en: 'Declare evidence and get its upload URL' },
    who: 'registered',
    params: inspectionId,
    body: declaration.omit({ kind: true, replaces: true, confidential: true }),
    answer: z.object({
      document: documentView,
      url: z.string(),
      headers: z.record(z.string(), z.string()),
      expiresInSeconds: z.int(),
    }),
    status: 201,
  }),
  downloadInspectionFile: route({
    method: 'GET',
    path: '/inspections/{inspectionId}/files/{documentId}',
    ...{ idea, articles },
    summary: { zh: '下载巡查或整改证据', en: 'A URL to download evidence, good for ten minutes' },
    who: 'registered',
    params: inspectionId.extend({ documentId: z.string() }),
    answer: z.object({ url: z.string(), name: z.string(), sha256: z.string() }),
  }),
  recordWorksheet: route({
    method: 'PUT',
    path: '/inspections/{inspectionId}/worksheets/{area}',
    ...{ idea, articles },
    summary: { zh: '记录一个方面的巡查情况', en: 'Record what the team found in one area' },
    who: ['office', 'assessor'],
    params: inspectionId.extend({ area: z.enum(areas) }),
    body: worksheet,
    answer: inspectionView,
  }),
  concludeInspection: route({
    method: 'POST',
    path: '/inspections/{inspectionId}/outcome',
    ...{ idea, articles: ['A28', 'A27', 'A29'] },
    summary: {
      zh: '登记巡查结论:正常、严重下滑(责令整改)或可撤销事实(立案)',
      en: 'Record how it ended: satisfactory, a serious decline to be put right, or a fact for a revocation case',
    },
    who: ['office'],
    params: inspectionId,
    body: inspectionOutcome,
    answer: inspectionView,
  }),
  handInRectification: route({
    method: 'POST',
    path: '/inspections/{inspectionId}/rectification',
    ...{ idea, articles: ['A28', 'A29'] },
    summary: { zh: '提交整改情况和证明材料', en: 'Hand in what was put right, with evidence' },
    who: 'registered',
    params: inspectionId,
    body: rectificationReport,
    answer: inspectionView,
  }),
  recordReInspection: route({
    method: 'POST',
    path: '/inspections/{inspectionId}/re-inspection',
    ...{ idea, articles: ['A28', 'A27', 'A29'] },
    summary: { zh: '登记整改复查结论', en: 'Record how it was found when looked at again' },
    who: ['office'],
    params: inspectionId,
    body: reInspection,
    answer: inspectionView,
  }),
} as const;
