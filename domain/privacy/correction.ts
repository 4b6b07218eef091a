import * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';

/** What somebody wants corrected that they cannot correct themselves: what was handed in stays as it was. */
export const wantedCorrection = z.object({
  about: z.string().trim().max(200).optional().describe('The record, by its id'),
  wrong: z.string().trim().min(1).max(1000).describe('What is stored'),
  right: z.string().trim().min(1).max(1000).describe('What it should be, and what shows it'),
});

/** A request for correction (PIPL, article 46), and the office's answer; the person reads both. */
export const correctionRequest = z.object({
  ...recordHead,
  requestId: z.string(),
  personId: z.string(),
  personName: z.string(),
  ...wantedCorrection.shape,
  requestedAt: z.iso.datetime(),
  status: z.enum(['open', 'corrected', 'declined']),
  answer: z.object({ text: z.string(), by: z.string(), at: z.iso.datetime() }).optional(),
});
export type CorrectionRequest = z.infer<typeof correctionRequest>;
export const correctionView = correctionRequest.omit({ version: true, chain: true });

/** Asks for a correction; nobody is refused it. */
export function requestCorrection(
  { programmeId, requestId, ...wanted }: z.infer<typeof wantedCorrection> & { programmeId: string; requestId: string },
  circumstances: Circumstances,
): Outcome<CorrectionRequest> {
  const { actor, now } = circumstances;
  const who = { personId: actor.personId, personName: actor.name };
  return decided<CorrectionRequest>(
    circumstances,
    { ...newHead(programmeId), requestId, ...who, ...wanted, requestedAt: now, status: 'open' },
    { type: 'correctionOfDataRequested', detail: { about: wanted.about } },
  );
}

/** The office answers, with what was done or why not. Throws `Refused` person.role-missing, privacy.decided-already. */
export function answerCorrection(
  of: CorrectionRequest,
  { corrected, text }: { corrected: boolean; text: string },
  circumstances: Circumstances,
): Outcome<CorrectionRequest> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnless(of.status === 'open', 'privacy.decided-already');
  const status = corrected ? 'corrected' : 'declined';
  return decided<CorrectionRequest>(
    circumstances,
    { ...of, status, answer: { text, by: actor.name, at: now } },
    { type: 'correctionOfDataAnswered', detail: { personId: of.personId, status, text } },
  );
}
