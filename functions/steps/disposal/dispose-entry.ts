import { systemActor } from '#domain/actor';
import type { Appraisal, AppraisalEntry } from '#domain/retention/appraisal';
import { disposeOf } from '#domain/retention/dispose';
import { keptBecause } from '#domain/retention/kept-until';
import { dateAt } from '#domain/calendar/civil';
import type { Deps } from '#functions/runtime/deps';

/** A file as the disposal record names it. */
interface DisposedFile {
  readonly applicationId: string;
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly sha256?: string | undefined;
}

/**
 * Disposes of one application's files, unless something keeps them that came after the approval, or the store's own
 * lock. What was done already is done again to the same end.
 */
export async function disposeEntry(
  of: Appraisal,
  entry: AppraisalEntry,
  open: ReadonlySet<string>,
  deps: Deps,
): Promise<{ entry: AppraisalEntry; files: DisposedFile[] }> {
  const { applicationId } = entry;
  const application = await deps.applications.get(applicationId);
  const { programmeId, cycleId, receipt, onSite, disposed } = application;
  const now = deps.now();
  if (!disposed) {
    const cycle = await deps.cycles.get(cycleId);
    const kept = keptBecause(cycle, await deps.ties.of(application, open), dateAt(now));
    if (kept) return { entry: { ...entry, kept }, files: [] };
  }
  const versions = await Array.fromAsync(deps.locks.versions(`${programmeId}/${cycleId}/${applicationId}/`));
  for (const version of versions) {
    const until = await deps.locks.lockedUntil(version);
    if (until && until > new Date(now)) return { entry: { ...entry, kept: 'locked' }, files: [] };
  }
  for (const version of versions) await deps.locks.approveDisposal(version);
  if (!disposed) await deps.applications.save(disposeOf(application, of.appraisalId, { actor: systemActor, now }));
  const hashes = new Map(
    [...(receipt?.files ?? []), ...(onSite?.report?.evidence ?? [])].map((f) => [f.recordsKey, f.sha256]),
  );
  return {
    entry: { ...entry, disposed: { files: versions.length, at: disposed?.at ?? now } },
    files: versions.map((v) => ({ applicationId, ...v, sha256: hashes.get(v.key) })),
  };
}
