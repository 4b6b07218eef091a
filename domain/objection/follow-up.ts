import * as z from 'zod';
import type { Document } from '../document/document.ts';
import { documentView } from '../document/document.ts';
import { objection } from './objection.ts';
import type { Objection } from './objection.ts';

/** What the objector reads by receipt number and code, without an account: where the case stands and the answer. */
export const followUp = objection
  .pick({ noticeId: true, noticeTitle: true, receivedAt: true, status: true, leadBecause: true, dueOn: true })
  .extend({
    receiptNumber: z.string(),
    answer: z.string().optional(),
    answeredAt: z.iso.datetime().optional(),
    evidence: z.array(documentView.pick({ name: true, size: true, status: true, problem: true })),
  });

export const followUpOf = (of: Objection, evidence: readonly Document[]): z.infer<typeof followUp> => ({
  ...of,
  receiptNumber: of.objectionId,
  answer: of.decision?.answer,
  answeredAt: of.decision?.at,
  evidence: [...evidence],
});
