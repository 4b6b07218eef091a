import * as z from 'zod';
import { application } from '#domain/application/application';
import { flagView } from '#domain/application/flags';
import { formDescription } from '#domain/application/describe-form';
import { sectionNames } from '#domain/application/form';
import { stages } from '#domain/lifecycle';
import { disclosedObjection } from '#domain/objection/mark';
import { pageOf, pageQuery, route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const reason = z.object({ reason: z.string().trim().min(1).max(1000) });

/** A line of a list of applications. */
const summary = application
  .pick({ applicationId: true, cycleId: true, kind: true, code: true, stage: true, stageEnteredAt: true })
  .extend({ name: z.string(), recommendationMissing: z.boolean() });

/** What the applicant may know of their own application: never who reviews it, what it scored, who objected. */
export const applicantView = application
  .pick({
    applicationId: true,
    programmeId: true,
    cycleId: true,
    kind: true,
    code: true,
    stage: true,
    stageEnteredAt: true,
    sections: true,
    receipt: true,
    members: true,
    takenFrom: true,
    extension: true,
    correction: true,
    recommendation: true,
    notices: true,
  })
  .extend({
    ended: application.shape.ended.unwrap().pick({ stage: true, reason: true, article: true, at: true }).optional(),
    view: z.literal('applicant'),
    actions: z.array(z.string()).describe('What the caller can do for the applicant now'),
    recommendationMissing: z.boolean().describe('Incomplete without the recommending body’s opinion (A10, D17)'),
    defence: application.shape.defence.unwrap().pick({ defender: true, slot: true }).optional(),
    onSite: z
      .object({ plan: application.shape.onSite.unwrap().shape.plan.unwrap().pick({ from: true, to: true }).optional() })
      .optional(),
    disclosedObjections: z.array(disclosedObjection).optional().describe('Put to the applicant, who may respond'),
    award: z.object({ award: z.string(), certificateNumber: z.string().optional() }).optional(),
  });

/** What the review office and the auditors see: the case, without single ballots (there are none here) or objectors. */
export const officeView = application.omit({ version: true, chain: true, lists: true }).extend({
  view: z.literal('office'),
  actions: z.array(z.string()),
  flags: z.array(flagView),
  recommendationMissing: z.boolean(),
});

/** Proof of what was handed in and when. */
const receipts = z.object({
  applicationId: z.string(),
  latest: application.shape.receipt.unwrap(),
  earlier: application.shape.earlierReceipts.unwrap(),
});

/** Applications: draft, form, submission, withdrawal. */
export const applicationRoutes = {
  showForm: route({
    method: 'GET',
    path: '/cycles/{cycleId}/forms/{kind}',
    idea: 'application',
    summary: {
      zh: '申报表的结构:部分、字段、字数限制、必填部分和必交文件',
      en: 'The application form: sections, fields, limits, mandatory parts and files',
    },
    articles: ['A12', 'A14', 'A15'],
    who: 'public',
    params: z.object({ cycleId: z.string(), kind: z.enum(['organisation', 'individual']) }),
    answer: formDescription,
  }),
  beginApplication: route({
    method: 'POST',
    path: '/cycles/{cycleId}/applications',
    idea: 'application',
    summary: { zh: '开始申报(草稿)', en: 'Begin an application as a draft' },
    articles: ['A15'],
    who: 'registered',
    params: z.object({ cycleId: z.string() }),
    body: z.object({ kind: z.enum(['organisation', 'individual']) }),
    answer: applicantView,
    status: 201,
  }),
  showApplication: route({
    method: 'GET',
    path: '/applications/{applicationId}',
    idea: 'application',
    summary: { zh: '查看申报', en: 'An application, as the caller may see it' },
    who: 'registered',
    params: applicationId,
    answer: z.discriminatedUnion('view', [applicantView, officeView]),
  }),
  listMyApplications: route({
    method: 'GET',
    path: '/me/applications',
    idea: 'application',
    summary: { zh: '我的申报', en: 'My applications' },
    who: 'registered',
    query: pageQuery,
    answer: pageOf(summary),
  }),
  listApplications: route({
    method: 'GET',
    path: '/cycles/{cycleId}/applications',
    idea: 'application',
    summary: { zh: '本届申报列表', en: 'The applications of a cycle' },
    who: ['office', 'auditor'],
    params: z.object({ cycleId: z.string() }),
    query: pageQuery.extend({ stage: z.enum(stages).optional() }),
    answer: pageOf(summary.extend({ flags: z.array(flagView) })),
  }),
  saveSection: route({
    method: 'PUT',
    path: '/applications/{applicationId}/sections/{section}',
    idea: 'application',
    summary: { zh: '保存申报表的一个部分', en: 'Save one section of the form' },
    articles: ['A12', 'A14', 'A15'],
    who: 'registered',
    params: applicationId.extend({ section: z.enum(sectionNames) }),
    query: z.object({
      basedOn: z.coerce
        .number()
        .int()
        .min(0)
        .default(0)
        .describe('The version of the section that was edited, 0 for one that was not there; another is a conflict'),
    }),
    body: z.record(z.string(), z.unknown()).describe('By the schema of the section'),
    answer: applicantView,
  }),
  submit: route({
    method: 'POST',
    path: '/applications/{applicationId}/submission',
    idea: 'application',
    summary: { zh: '提交申报;补正后再次提交', en: 'Hand the application in; again after the correction' },
    articles: ['A15', 'A16', 'A29'],
    who: 'registered',
    params: applicationId,
    answer: applicantView,
  }),
  withdraw: route({
    method: 'POST',
    path: '/applications/{applicationId}/withdrawal',
    idea: 'application',
    summary: { zh: '撤回申报', en: 'Withdraw the application' },
    articles: ['A15'],
    who: 'registered',
    params: applicationId,
    body: reason,
    answer: applicantView,
  }),
  showReceipts: route({
    method: 'GET',
    path: '/applications/{applicationId}/receipts',
    idea: 'application',
    summary: { zh: '申报回执', en: 'The receipts of the submissions' },
    articles: ['A15', 'A29'],
    who: 'registered',
    params: applicationId,
    answer: receipts,
  }),
  beginAgain: route({
    method: 'POST',
    path: '/applications/{applicationId}/new-draft',
    idea: 'application',
    summary: { zh: '撤回后重新开始:带入填报内容和材料', en: 'Begin again after a withdrawal, with its form and files' },
    articles: ['A15'],
    who: 'registered',
    params: applicationId,
    answer: applicantView,
    status: 201,
  }),
  extendApplication: route({
    method: 'POST',
    path: '/applications/{applicationId}/extension',
    idea: 'application',
    summary: { zh: '延长该申报主体的截止时间(附原因)', en: 'Give one applicant more time, with the reason' },
    articles: ['A15'],
    who: ['office'],
    params: applicationId,
    body: reason.extend({ closesAt: z.iso.datetime() }),
    answer: application.pick({ applicationId: true, cycleId: true, stage: true, extension: true }),
  }),
  addMember: route({
    method: 'POST',
    path: '/applications/{applicationId}/members',
    idea: 'application',
    summary: { zh: '邀请同事共同申报(按注册邮箱)', en: 'Take in a colleague, by the e-mail they registered with' },
    articles: ['A15'],
    who: 'registered',
    params: applicationId,
    body: z.object({
      email: z.email().max(200),
      maySubmit: z.boolean().default(false).describe('May also hand in and withdraw'),
    }),
    answer: applicantView,
    status: 201,
  }),
  endMember: route({
    method: 'POST',
    path: '/applications/{applicationId}/members/{personId}/end',
    idea: 'application',
    summary: { zh: '终止成员资格', en: 'End a membership' },
    who: 'registered',
    params: applicationId.extend({ personId: z.string() }),
    answer: applicantView,
  }),
  listSharedApplications: route({
    method: 'GET',
    path: '/me/shared-applications',
    idea: 'application',
    summary: { zh: '我参与的申报', en: 'The applications I work on as a member' },
    who: 'registered',
    query: pageQuery,
    answer: pageOf(summary),
  }),
} as const;
