import type * as z from 'zod';
import { dateAt } from '../calendar/civil.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Area, Inspection, worksheet } from './inspection.ts';
import { refuseUnlessIn, refuseUnlessOnTeam } from './plan.ts';

/** Where an inspection's files belong: they are read by way of the inspection alone. */
export const filesOf = (inspectionId: string): string => `inspection:${inspectionId}`;

/** Throws `Refused` document.not-checked unless each file named is there and passed its check. */
export function refuseUnlessThere(evidence: readonly string[], present: readonly Document[]): void {
  const checked = new Set(present.filter((d) => d.status === 'checked').map((d) => d.documentId));
  refuseUnless(
    evidence.every((id) => checked.has(id)),
    'document.not-checked',
  );
}

/**
 * A member of the team records what was found in one area, from the day of the inspection on; written anew it replaces
 * what was written, which stays in the trail (A28).
 */
export function recordWorksheet(
  of: Inspection,
  area: Area,
  written: z.infer<typeof worksheet>,
  present: readonly Document[],
  circumstances: Circumstances,
): Outcome<Inspection> {
  const { actor, now } = circumstances;
  refuseUnlessOnTeam(of, circumstances);
  refuseUnlessIn(of, 'planned');
  refuseUnless(dateAt(now) >= of.plan.on, 'inspection.not-yet', { on: of.plan.on });
  refuseUnlessThere(written.evidence, present);
  const { verdict, finding, evidence } = written;
  return decided(
    circumstances,
    { ...of, worksheets: { ...of.worksheets, [area]: { ...written, by: actor.personId, at: now } } },
    { type: 'worksheetRecorded', detail: { area, verdict, finding, evidence } },
  );
}
