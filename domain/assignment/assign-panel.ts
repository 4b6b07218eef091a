import type { Application } from '../application/application.ts';
import { isConflicted } from '../conflict/conflict.ts';
import { actionsOf } from '../lifecycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Review } from '../review/review.ts';
import type { Assignment, WantedPanel } from './assignment.ts';

/**
 * Forms one panel of an assignment. Undefined when there is nothing to do: it was formed before, or the case has gone
 * on since. Where a conflict or a sheet came in between, the panel is left as it is and the office is told.
 */
export function assignPanel(
  of: Assignment,
  { leaderId, assessorIds }: WantedPanel,
  application: Application,
  sheets: readonly Review[],
  circumstances: Circumstances,
): Outcome<Application> | undefined {
  const { assignmentId } = of;
  if (application.lists.includes(assignmentId) || !('formPanel' in actionsOf('application', application.stage)))
    return undefined;
  const lists = [...application.lists, assignmentId];
  const partial = assessorIds.filter((id) => isConflicted(application, id));
  const dropped = sheets.some((s) => !s.voided && s.status === 'handedIn' && !assessorIds.includes(s.assessorId));
  if (partial.length > 0 || dropped || application.materialReview)
    return decided(
      circumstances,
      { ...application, lists },
      { type: 'panelNotFormed', detail: { assignmentId, conflicts: partial.length } },
    );
  const added = assessorIds.filter((id) => !application.panel?.assessorIds.includes(id));
  return decided(
    circumstances,
    { ...application, lists, panel: { leaderId, assessorIds: [...assessorIds], formedAt: circumstances.now } },
    { type: 'panelFormed', detail: { leaderId, assessorIds, added, assignmentId } },
  );
}
