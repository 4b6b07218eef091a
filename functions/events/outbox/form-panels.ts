import { systemActor } from '#domain/actor';
import { assignPanel } from '#domain/assignment/assign-panel';
import type { Assignment, WantedPanel } from '#domain/assignment/assignment';
import { Refused } from '#domain/refused';
import { closedSheets } from '#domain/review/form-panel';
import { emptySheets } from '#domain/review/review';
import type { Deps } from '#functions/runtime/deps';

const manyTimes = 5;

/** Forms one panel; when somebody saved the application meanwhile, looks again. */
async function formOne(of: Assignment, panel: WantedPanel, deps: Deps, left = manyTimes): Promise<void> {
  const circumstances = { actor: systemActor, now: deps.now() };
  const application = await deps.applications.get(panel.applicationId);
  const sheets = await deps.reviews.of(panel.applicationId);
  const outcome = assignPanel(of, panel, application, sheets, circumstances);
  if (!outcome) return;
  const opened = emptySheets(outcome.next, sheets, deps.newId);
  try {
    await deps.reviews.form(outcome, opened, closedSheets(outcome.next, sheets, circumstances));
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'record.changed' || left === 0) throw error;
    await formOne(of, panel, deps, left - 1);
  }
}

/**
 * Forms the panels of an assignment, one application after the other; what was formed before is passed over, so a crash
 * half-way loses nothing. One that fails does not keep the others waiting: it is tried again with the event.
 */
export async function formPanels(assignmentId: string, deps: Deps): Promise<void> {
  const assignment = await deps.assignments.get(assignmentId);
  const failed: unknown[] = [];
  for (const panel of assignment.panels)
    await formOne(assignment, panel, deps).catch((error: unknown) => failed.push(error));
  if (failed.length > 0)
    throw new AggregateError(failed, `assignment ${assignmentId}: ${failed.length} panels not formed`);
}
