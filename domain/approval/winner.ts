import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { identifierOf, jurisdictionOf, nameOf } from '../application/submit.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { awards } from './awarding.ts';

/** An entry of the roll of winners, kept for ever (A25, D13). */
export const winner = z.object({
  ...recordHead,
  certificateNumber: z.string(),
  applicationId: z.string(),
  cycleId: z.string(),
  ownerId: z.string(),
  /** Credit code or ID number: a ban follows it, whatever the name (D12). Never shown. */
  identifier: z.string(),
  name: z.string(),
  employer: z.string().optional(),
  jurisdiction: z.string().optional().describe('Whose recommending body promotes it (A23)'),
  kind: z.enum(['organisation', 'individual']),
  award: z.enum(awards),
  awardYear: z.int(),
  decision: z.object({ number: z.string(), date: z.iso.date() }),
  status: z.enum(['standing', 'revoked']),
  revokedOn: z.iso.date().optional(),
  imported: z
    .object({
      importId: z.string(),
      legalBasis: z.string().describe('The earlier rules under which it was given'),
      at: z.iso.datetime(),
    })
    .optional()
    .describe('Of an award before this system (A30)'),
});
export type Winner = z.infer<typeof winner>;

/** What anyone may know of a winner: names, never an identifier (PIPL). */
export const winnerView = winner
  .pick({
    certificateNumber: true,
    name: true,
    employer: true,
    kind: true,
    award: true,
    awardYear: true,
    decision: true,
    status: true,
    revokedOn: true,
  })
  .extend({ imported: z.object({ legalBasis: z.string() }).optional() });

/** Enters an awarded application into the roll of winners; undefined unless it was awarded. */
export function enrol(of: Application, cycle: Cycle, circumstances: Circumstances): Outcome<Winner> | undefined {
  const { awarding } = of;
  if (of.stage !== 'Awarded' || !awarding?.decision || !awarding.certificateNumber) return undefined;
  const { number, date } = awarding.decision;
  return decided(
    circumstances,
    {
      ...newHead(of.programmeId),
      certificateNumber: awarding.certificateNumber,
      applicationId: of.applicationId,
      cycleId: of.cycleId,
      ownerId: of.ownerId,
      identifier: identifierOf(of) ?? '',
      name: nameOf(of),
      employer: of.sections.individualIdentity?.content.employer,
      jurisdiction: jurisdictionOf(of) || undefined,
      kind: of.kind,
      award: awarding.award,
      awardYear: cycle.year,
      decision: { number, date },
      status: 'standing',
    },
    { type: 'winnerEnrolled', detail: { certificateNumber: awarding.certificateNumber } },
  );
}
