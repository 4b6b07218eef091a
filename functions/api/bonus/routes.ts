import * as z from 'zod';
import { bonus, purposes } from '#domain/bonus/bonus';
import { fen, ledger } from '#domain/bonus/ledger';
import { pageOf, pageQuery, route } from '../route.ts';

const year = z.coerce.number().int().min(2000).max(2200);
const certificateNumber = z.object({ certificateNumber: z.string() });
const ledgerOf = z.object({ programmeId: z.string(), year });
const reference = z.string().trim().min(1).max(200);
const text = z.string().trim().min(1).max(2000);

const ledgerView = ledger.omit({ version: true, chain: true });
const bonusView = bonus.omit({ version: true, chain: true });
/** The winner need not know who in the office proposed, decided or booked it. */
const ownView = bonus
  .pick({ certificateNumber: true, year: true, amount: true, tax: true, taxBasis: true, purpose: true, status: true })
  .extend({
    purposeText: z.string(),
    payment: z.object({ reference: z.string(), on: z.iso.date(), amount: fen }).optional(),
    clawback: z
      .object({ due: fen, received: z.array(z.object({ amount: fen, reference: z.string(), on: z.iso.date() })) })
      .optional(),
  });

/** Money: the bonus budget of each year, and the bonuses of individual winners (A6). All amounts in fen. */
export const bonusRoutes = {
  setBudget: route({
    method: 'PUT',
    path: '/programmes/{programmeId}/ledgers/{year}',
    idea: 'bonus',
    summary: { zh: '登记当年奖励经费预算(单位:分)', en: "Enter the year's bonus budget, in fen" },
    articles: ['A6'],
    who: ['office'],
    params: ledgerOf,
    body: z.object({ budget: fen, documentNumber: reference }),
    answer: ledgerView,
  }),
  showLedger: route({
    method: 'GET',
    path: '/programmes/{programmeId}/ledgers/{year}',
    idea: 'bonus',
    summary: { zh: '年度奖励经费台账(单位:分)', en: "The year's ledger: budget, committed, paid, recovered, in fen" },
    articles: ['A6'],
    who: ['office', 'auditor'],
    params: ledgerOf,
    answer: ledgerView,
  }),
  listBonuses: route({
    method: 'GET',
    path: '/programmes/{programmeId}/bonuses',
    idea: 'bonus',
    summary: { zh: '奖金发放与追回情况', en: 'The bonuses, with payments and clawbacks' },
    articles: ['A6'],
    who: ['office', 'auditor'],
    params: z.object({ programmeId: z.string() }),
    query: pageQuery,
    answer: pageOf(bonusView),
  }),
  showMyBonus: route({
    method: 'GET',
    path: '/winners/{certificateNumber}/bonus',
    idea: 'bonus',
    summary: { zh: '我的奖金', en: "The winner's own bonus" },
    articles: ['A6'],
    who: 'registered',
    params: certificateNumber,
    answer: ownView,
  }),
  proposeBonus: route({
    method: 'POST',
    path: '/winners/{certificateNumber}/bonus',
    idea: 'bonus',
    summary: { zh: '提出发放奖金(获质量奖的个人)', en: 'Propose the bonus of an individual who won the Quality Award' },
    articles: ['A6'],
    who: ['office'],
    params: certificateNumber,
    body: z.object({
      year: z.int().min(2000).max(2200),
      amount: fen,
      tax: fen,
      taxBasis: text,
      purpose: z.enum(purposes),
      purposeText: text,
    }),
    answer: bonusView,
    status: 201,
  }),
  decideBonus: route({
    method: 'POST',
    path: '/winners/{certificateNumber}/bonus/decision',
    idea: 'bonus',
    summary: {
      zh: '复核奖金(须为另一名工作人员)',
      en: 'Approve or reject the bonus: another officer than who proposed it',
    },
    articles: ['A6'],
    who: ['office'],
    params: certificateNumber,
    body: z.object({ approved: z.boolean(), reason: text.optional().describe('Needed to reject') }),
    answer: bonusView,
  }),
  recordBonusPayment: route({
    method: 'POST',
    path: '/winners/{certificateNumber}/bonus/payment',
    idea: 'bonus',
    summary: { zh: '登记奖金支付', en: 'Record that the bonus was paid' },
    articles: ['A6'],
    who: ['office'],
    params: certificateNumber,
    body: z.object({ reference, on: z.iso.date() }),
    answer: bonusView,
  }),
  recordBonusReturn: route({
    method: 'POST',
    path: '/winners/{certificateNumber}/bonus/returns',
    idea: 'bonus',
    summary: { zh: '登记追回的奖金', en: 'Record what of a bonus came back after a revocation' },
    articles: ['A27'],
    who: ['office'],
    params: certificateNumber,
    body: z.object({ amount: fen.min(1), reference, on: z.iso.date() }),
    answer: bonusView,
  }),
} as const;
