import * as z from 'zod';
import { application } from '#domain/application/application';
import { winnerView } from '#domain/approval/winner';
import { assessorEntry } from '#domain/assessor/assessor';
import { bonus } from '#domain/bonus/bonus';
import { correctionView, wantedCorrection } from '#domain/privacy/correction';
import { person } from '#domain/programme/person';
import { ban } from '#domain/revocation/ban';
import { ownDutyView } from '../post-award/views.ts';
import { pageOf, pageQuery, route } from '../route.ts';

/** What the register says of a person, to that person. */
const own = person.omit({ version: true, chain: true, programmeId: true });

/** A copy of what is stored about somebody, for them alone. */
const personalData = z.object({
  person: own,
  applications: z.array(
    application
      .pick({ applicationId: true, cycleId: true, stage: true, sections: true })
      .extend({ keptUntil: z.iso.date().optional().describe('Kept by A29 until the day before') }),
  ),
  memberOf: z.array(z.string()).describe('Applications they work on with others'),
  assessorPool: z.array(assessorEntry.extend({ programmeId: z.string() })),
  reviewed: z.array(z.string()).describe('Sheets they filled in, by their ids'),
  awards: z
    .array(
      z.object({
        winner: winnerView.extend({ identifier: z.string() }),
        duties: z.array(ownDutyView),
        bonus: bonus
          .pick({ year: true, amount: true, tax: true, taxBasis: true, purpose: true, purposeText: true, status: true })
          .optional(),
        ban: ban.pick({ from: true, until: true }).optional(),
      }),
    )
    .describe('What came of their awards: the entry of the roll, reports owed, what was paid, a ban'),
  corrections: z.array(correctionView),
});

/** The rights of persons over their data (PIPL, articles 44 to 47). */
export const privacyRoutes = {
  showMyData: route({
    method: 'GET',
    path: '/me/personal-data',
    idea: 'privacy',
    summary: { zh: '查阅、复制系统保存的本人信息', en: 'A copy of what is stored about me' },
    who: 'registered',
    answer: personalData,
  }),
  correctMe: route({
    method: 'PUT',
    path: '/me',
    idea: 'privacy',
    summary: { zh: '更正本人注册信息', en: 'Correct what the register says of me' },
    who: 'registered',
    body: z.object({
      name: z.string().trim().min(1).max(100).optional(),
      phone: z.string().trim().max(30).optional(),
      language: z.enum(['zh-CN', 'en']).optional(),
    }),
    answer: own,
  }),
  requestDataCorrection: route({
    method: 'POST',
    path: '/programmes/{programmeId}/corrections',
    idea: 'privacy',
    summary: { zh: '申请更正已归档的本人信息', en: 'Ask the office to correct what I cannot correct myself' },
    who: 'registered',
    params: z.object({ programmeId: z.string() }),
    body: wantedCorrection,
    answer: correctionView,
    status: 201,
  }),
  listDataCorrections: route({
    method: 'GET',
    path: '/programmes/{programmeId}/corrections',
    idea: 'privacy',
    summary: { zh: '更正申请', en: 'Requests to correct personal data' },
    who: ['office', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(correctionView),
  }),
  answerDataCorrection: route({
    method: 'POST',
    path: '/corrections/{requestId}/answer',
    idea: 'privacy',
    summary: { zh: '答复更正申请', en: 'Answer a request for correction' },
    who: ['office'],
    params: z.object({ requestId: z.string() }),
    body: z.object({ corrected: z.boolean(), text: z.string().trim().min(1).max(2000) }),
    answer: correctionView,
  }),
  eraseMe: route({
    method: 'POST',
    path: '/me/erasure',
    idea: 'privacy',
    summary: {
      zh: '申请删除本人信息:档案保管期内依第二十九条不予删除',
      en: 'Erase my data; refused with its ground while article 29 keeps it',
    },
    articles: ['A29'],
    who: 'registered',
    body: z.object({ sure: z.literal(true) }),
    answer: z.object({ erasedAt: z.iso.datetime() }),
  }),
} as const;
