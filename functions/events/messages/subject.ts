import type { Application } from '#domain/application/application';
import type { AuditEvent } from '#domain/audit/event';
import type { Deps } from '#functions/runtime/deps';

/** Where the records lie that belong to an application, whether or not their events name it. */
const holders = (
  deps: Deps,
): Readonly<Record<string, (id: string) => Promise<{ readonly applicationId: string } | undefined>>> => ({
  annualReport: deps.annualReports.find,
  bonus: deps.bonuses.find,
  casePage: deps.casePages.find,
  inspection: deps.inspections.find,
  objection: deps.objections.find,
  review: deps.reviews.find,
  revocation: deps.revocations.find,
});

/** The application that an event is about, whatever record it happened to; none of an award from before this system. */
export async function subjectOf(
  { recordType, recordId, detail }: Pick<AuditEvent, 'recordType' | 'recordId' | 'detail'>,
  deps: Deps,
): Promise<Application | undefined> {
  if (recordType === 'application') return deps.applications.find(recordId);
  const named = detail?.applicationId ?? (await holders(deps)[recordType]?.(recordId))?.applicationId;
  return typeof named === 'string' && named !== '' ? deps.applications.find(named) : undefined;
}
