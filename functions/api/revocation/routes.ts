import * as z from 'zod';
import { grounds, recoveryTasks, revocation } from '#domain/revocation/revocation';
import { pageOf, pageQuery, route } from '../route.ts';

const revocationId = z.object({ revocationId: z.string() });
const text = z.string().trim().min(1).max(20_000);

const caseView = revocation
  .omit({ version: true, chain: true, duty: true })
  .extend({ actions: z.array(z.string()).describe('What the caller can do now') });

/** Revocation cases. */
export const revocationRoutes = {
  openRevocation: route({
    method: 'POST',
    path: '/certificates/{certificateNumber}/revocations',
    idea: 'revocation',
    summary: { zh: '立案调查(撤销奖励)', en: 'Open a revocation case' },
    articles: ['A27'],
    who: ['office'],
    params: z.object({ certificateNumber: z.string() }),
    body: z.object({ ground: z.enum(grounds), facts: text }),
    answer: caseView,
    status: 201,
  }),
  listRevocations: route({
    method: 'GET',
    path: '/programmes/{programmeId}/revocations',
    idea: 'revocation',
    summary: { zh: '撤销奖励案件', en: 'Revocation cases' },
    who: ['office', 'auditor', 'committeeMember', 'registrar'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(caseView),
  }),
  showRevocation: route({
    method: 'GET',
    path: '/revocations/{revocationId}',
    idea: 'revocation',
    summary: { zh: '撤销奖励案', en: 'A revocation case' },
    who: 'registered',
    params: revocationId,
    answer: caseView,
  }),
  giveHearingNotice: route({
    method: 'POST',
    path: '/revocations/{revocationId}/hearing',
    idea: 'revocation',
    summary: { zh: '事先告知(陈述申辩权)', en: 'Give notice of the right to be heard' },
    articles: ['A27'],
    who: ['office'],
    params: revocationId,
    body: z.object({ notice: text }),
    answer: caseView,
  }),
  stateDefence: route({
    method: 'POST',
    path: '/revocations/{revocationId}/hearing/statements',
    idea: 'revocation',
    summary: { zh: '提交陈述申辩意见', en: 'State a defence' },
    articles: ['A27'],
    who: 'registered',
    params: revocationId,
    body: z.object({ text }),
    answer: caseView,
  }),
  closeHearing: route({
    method: 'POST',
    path: '/revocations/{revocationId}/hearing/closing',
    idea: 'revocation',
    summary: { zh: '结束陈述申辩', en: 'Close the hearing' },
    articles: ['A27'],
    who: ['office'],
    params: revocationId,
    answer: caseView,
  }),
  recordCommitteeDecision: route({
    method: 'POST',
    path: '/revocations/{revocationId}/committee-decision',
    idea: 'revocation',
    summary: { zh: '评审委审定', en: "Record the committee's decision" },
    articles: ['A27'],
    who: ['committeeMember'],
    params: revocationId,
    body: z.object({ number: z.string().trim().min(1).max(100), revoke: z.boolean(), text }),
    answer: caseView,
  }),
  recordRevocation: route({
    method: 'POST',
    path: '/revocations/{revocationId}/government-decision',
    idea: 'revocation',
    summary: { zh: '登记市政府撤销决定', en: "Enter the government's decision to revoke" },
    articles: ['A27'],
    who: ['registrar'],
    params: revocationId,
    body: z.object({
      number: z.string().trim().min(1).max(100),
      date: z.iso.date(),
      revoke: z.boolean(),
      documentId: z.string(),
    }),
    answer: caseView,
  }),
  recordRecovery: route({
    method: 'POST',
    path: '/revocations/{revocationId}/recovery',
    idea: 'revocation',
    summary: { zh: '登记收回、公告、推送回执', en: 'Record a recovery task with its receipt' },
    articles: ['A27'],
    who: ['office'],
    params: revocationId,
    body: z.object({ task: z.enum(recoveryTasks), reference: z.string().trim().min(1).max(500) }),
    answer: caseView,
  }),
  dropRevocation: route({
    method: 'POST',
    path: '/revocations/{revocationId}/drop',
    idea: 'revocation',
    summary: { zh: '不予撤销,结案', en: 'Drop the case' },
    articles: ['A27'],
    who: ['office'],
    params: revocationId,
    body: z.object({ reason: text }),
    answer: caseView,
  }),
} as const;
