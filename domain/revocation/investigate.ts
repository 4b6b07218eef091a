import type { Winner } from '../approval/winner.ts';
import { enter, move, moved } from '../case.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import { groundLabels } from './grounds.ts';
import type { KeptFile, Revocation } from './revocation.ts';

/** The office opens a case on one of the four grounds and investigates (A27). */
export function openRevocation(
  of: Winner,
  { revocationId, ground, facts }: Pick<Revocation, 'revocationId' | 'ground' | 'facts'>,
  circumstances: Circumstances,
): Outcome<Revocation> {
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnless(of.status === 'standing', 'revocation.revoked-already');
  const { certificateNumber, applicationId, ownerId, name, award, awardYear } = of;
  return decided(
    circumstances,
    {
      ...newHead(of.programmeId),
      ...{ revocationId, certificateNumber, applicationId, ownerId, winnerName: name, award, awardYear },
      stage: 'Investigation',
      stageEnteredAt: circumstances.now,
      ...{ ground, facts, kept: [], tasks: [] },
    },
    { type: 'revocationOpened', detail: { certificateNumber, ground, article: groundLabels[ground].article } },
  );
}

/** Throws `Refused` revocation.unproven while no file of the case has passed its check. */
export const refuseUnlessProven = (files: readonly Document[]): void =>
  refuseUnless(
    files.some((d) => d.status === 'checked'),
    'revocation.unproven',
  );

/**
 * What the investigation found, on the files of the case: before it nobody is given notice (A27: 经调查核实). Written
 * anew it replaces what was written, which stays in the audit trail.
 */
export function concludeInvestigation(
  of: Revocation,
  { findings, files, kept }: { findings: string; files: readonly Document[]; kept: readonly KeptFile[] },
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'concludeInvestigation', circumstances.actor);
  refuseUnlessProven(files);
  const { actor, now } = circumstances;
  const investigation = { text: findings, by: actor.personId, at: now };
  const hashes = kept.map(({ documentId, sha256 }) => ({ documentId, sha256 }));
  return decided(
    circumstances,
    { ...of, investigation, kept: [...kept] },
    { type: 'investigationConcluded', detail: { findings, files: hashes } },
  );
}

/** The office drops the case during investigation or hearing, with its reason. */
export function dropRevocation(of: Revocation, reason: string, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'drop', circumstances.actor);
  const { actor, now } = circumstances;
  const dropped = { text: reason, by: actor.personId, at: now };
  return decided(
    circumstances,
    { ...move(of, 'Dropped', now), dropped },
    moved(of, 'revocationDropped', 'Dropped', { reason, ...(of.hearing && { ownerId: of.ownerId }) }),
  );
}
