import { systemActor } from '#domain/actor';
import { isOwedReport, recordDelivery } from '#domain/review/deliver-report';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

const manyTimes = 5;

/** The events whose message brings an applicant who is out the report of the material review (A17). */
export const bringsReport: ReadonlySet<string> = new Set(['notShortlisted', 'notOnSite']);

/** The report lies in the applicant's inbox: its delivery is recorded, once. */
export async function recordInboxDelivery(applicationId: string, deps: Deps, left = manyTimes): Promise<void> {
  const application = await deps.applications.get(applicationId);
  // A report that is being done again is delivered when it is there, by the office.
  if (!isOwedReport(application) || !application.materialReview) return;
  try {
    const circumstances = { actor: systemActor, now: deps.now() };
    await deps.applications.save(recordDelivery(application, { channel: 'inbox' }, circumstances));
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== 'record.changed' || left === 0) throw error;
    await recordInboxDelivery(applicationId, deps, left - 1);
  }
}
