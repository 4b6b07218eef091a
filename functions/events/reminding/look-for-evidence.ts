import { systemActor } from '#domain/actor';
import { dateAt } from '#domain/calendar/civil';
import { evidenceParent } from '#domain/objection/evidence';
import { evidenceDueAt, lapseWithoutEvidence } from '#domain/objection/lapse';
import type { Deps } from '#functions/runtime/deps';

const type = 'objectionEvidence';

/** The notice has ended: an objection without evidence is kept as a lead. One whose notice was corrected is looked at later. */
export async function lookForEvidence(recordId: string, deps: Deps): Promise<boolean> {
  const objection = await deps.objections.get(recordId);
  const application = await deps.applications.get(objection.applicationId);
  const files = await deps.documents.of(evidenceParent(recordId));
  const now = deps.now();
  const hasEvidence = files.some((file) => file.status === 'checked');
  const outcome = lapseWithoutEvidence({ objection, application }, hasEvidence, { actor: systemActor, now });
  if (outcome) await deps.objections.saveWith(outcome, undefined);
  const endsAt = evidenceDueAt({ application });
  const isLater = objection.status === 'open' && endsAt !== undefined && now < endsAt;
  if (isLater) await deps.due.mark({ dueOn: dateAt(endsAt), type, recordId });
  await deps.due.unmark({ dueOn: dateAt(now), type, recordId });
  return outcome !== undefined;
}
