import * as z from 'zod';
import { application } from '#domain/application/application';
import { editionView } from '#domain/review/criteria/edition';
import { panelChoice } from '#domain/review/form-panel';
import { materials } from '#domain/review/materials';
import { materialReview } from '#domain/review/panel';
import { panelReport } from '#domain/review/panel-report';
import { pledge, promises } from '#domain/review/pledge';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const cycleId = z.object({ cycleId: z.string() });
const signed = pledge.pick({ cycleId: true, signedAt: true });
const report = application.pick({ applicationId: true, code: true, kind: true }).extend({
  report: materialReview.omit({ delivery: true, paper: true }),
  named: z
    .array(z.string())
    .describe('Where an assessor is named, items by code and `themes`: the feedback shows *** there (A17)'),
});

/** Who reviews, under what promise, by which criteria, and what the panel reports. */
export const panelRoutes = {
  showCriteria: route({
    method: 'GET',
    path: '/cycles/{cycleId}/criteria/{kind}',
    idea: 'review',
    summary: { zh: '本届评审标准与分值', en: 'The criteria of a cycle and their points' },
    articles: ['A11'],
    who: 'public',
    params: cycleId.extend({ kind: application.shape.kind }),
    answer: editionView,
  }),
  signPledge: route({
    method: 'POST',
    path: '/cycles/{cycleId}/pledge',
    idea: 'review',
    summary: { zh: '签署公正与保密承诺', en: 'Sign the pledge of impartiality and confidentiality' },
    articles: ['A17'],
    who: ['assessor'],
    params: cycleId,
    body: promises,
    answer: signed,
    status: 201,
  }),
  showPledge: route({
    method: 'GET',
    path: '/cycles/{cycleId}/pledge',
    idea: 'review',
    summary: { zh: '我是否已签署承诺', en: 'Whether I have signed the pledge' },
    who: ['assessor'],
    params: cycleId,
    answer: z.object({ pledge: signed.optional() }),
  }),
  formPanel: route({
    method: 'POST',
    path: '/applications/{applicationId}/panel',
    idea: 'review',
    summary: { zh: '组成评审组', en: 'Form the panel of an application' },
    articles: ['A9', 'A17'],
    who: ['office'],
    params: applicationId,
    body: panelChoice,
    answer: application.pick({ applicationId: true, stage: true, panel: true }),
  }),
  showPanel: route({
    method: 'GET',
    path: '/applications/{applicationId}/panel',
    idea: 'review',
    summary: { zh: '评审组及进度', en: 'The panel and how far it is' },
    articles: ['A17'],
    who: ['office', 'auditor', 'assessor'],
    params: applicationId,
    answer: z.object({
      applicationId: z.string(),
      leaderId: z.string().optional(),
      formedAt: z.iso.datetime().optional(),
      members: z.array(
        z.object({
          assessorId: z.string(),
          status: z.enum(['draft', 'handedIn']),
          reviewId: z.string().optional().describe('When the caller may read the sheet'),
        }),
      ),
    }),
  }),
  showMaterials: route({
    method: 'GET',
    path: '/applications/{applicationId}/materials',
    idea: 'review',
    summary: { zh: '评审用申报材料', en: 'The materials, for the panel' },
    articles: ['A17'],
    who: ['assessor'],
    params: applicationId,
    answer: materials,
  }),
  handInPanelReport: route({
    method: 'POST',
    path: '/applications/{applicationId}/panel-report',
    idea: 'review',
    summary: { zh: '提交合议结果与评审组报告', en: "Hand in the panel's consensus and report" },
    articles: ['A17'],
    who: ['assessor'],
    params: applicationId,
    body: panelReport,
    answer: report,
    status: 201,
  }),
  showPanelReport: route({
    method: 'GET',
    path: '/applications/{applicationId}/panel-report',
    idea: 'review',
    summary: { zh: '评审组报告', en: "The panel's report" },
    articles: ['A17'],
    who: ['office', 'auditor', 'assessor'],
    params: applicationId,
    answer: report,
  }),
} as const;
