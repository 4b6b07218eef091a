import { peopleOf } from '../applicant.ts';
import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import { isConflicted } from '../conflict/conflict.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Review } from './review.ts';

/** What the office decides about a panel. */
export const panelChoice = z.object({
  leaderId: z.string(),
  assessorIds: z.array(z.string()).min(1).max(20),
  conflictsChecked: z.boolean().optional().describe('The office has checked the grounds of D26 itself'),
});

interface Ground {
  readonly rules: Pick<Rules, 'panelSize' | 'panelMinimum'>;
  /** Who holds the assessor's role in the programme now. */
  readonly assessors: readonly string[];
  /** The application's sheets so far. */
  readonly sheets: readonly Review[];
}

/**
 * Forms the panel, or forms it anew while no sheet is handed in; after that only to fill the seat that a conflict
 * emptied, and those who handed in stay (D26). Throws `Refused` panel.* naming the people concerned.
 */
export function formPanel(
  of: Application,
  { leaderId, assessorIds, conflictsChecked }: z.infer<typeof panelChoice>,
  { rules, assessors, sheets }: Ground,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'formPanel', circumstances.actor);
  refuseUnless(!of.materialReview, 'panel.report-handed-in');
  refuseUnless(
    new Set(assessorIds).size === assessorIds.length &&
      assessorIds.length >= rules.panelMinimum &&
      assessorIds.length <= rules.panelSize,
    'panel.size-wrong',
    { least: rules.panelMinimum, most: rules.panelSize },
  );
  refuseUnless(assessorIds.includes(leaderId), 'panel.leader-not-among-them');
  const theirs = assessorIds.filter((id) => peopleOf(of).includes(id));
  refuseUnless(theirs.length === 0, 'panel.applicant-among-them', { people: theirs });
  const strangers = assessorIds.filter((id) => !assessors.includes(id));
  refuseUnless(strangers.length === 0, 'panel.not-assessors', { people: strangers });
  const partial = assessorIds.filter((id) => isConflicted(of, id));
  refuseUnless(partial.length === 0, 'panel.conflict', { people: partial });
  refuseUnless(sheetsAllow(of, assessorIds, sheets), 'panel.sheets-handed-in');
  const added = assessorIds.filter((id) => !of.panel?.assessorIds.includes(id));
  return decided(
    circumstances,
    { ...of, panel: { leaderId, assessorIds, formedAt: circumstances.now } },
    { type: 'panelFormed', detail: { leaderId, assessorIds, added, conflictsChecked: conflictsChecked ?? false } },
  );
}

function sheetsAllow(of: Application, wanted: readonly string[], sheets: readonly Review[]): boolean {
  const { panel } = of;
  if (!panel) return true;
  const done = sheets
    .filter((s) => s.status === 'handedIn' && panel.assessorIds.includes(s.assessorId))
    .map((s) => s.assessorId);
  const seatEmptied = of.conflicts?.some((c) => c.leftPanel && c.at >= panel.formedAt) ?? false;
  return done.length === 0 || (seatEmptied && done.every((id) => wanted.includes(id)));
}
