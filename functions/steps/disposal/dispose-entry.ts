import { dateAt } from '#domain/calendar/civil';
import type { Appraisal, AppraisalEntry } from '#domain/retention/appraisal';
import { foldersOf } from '#domain/retention/folders';
import { keptBecause } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';
import { concerned } from './concerned.ts';

/** A file as the disposal record names it. */
interface DisposedFile {
  readonly recordId: string;
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
  readonly sha256?: string | undefined;
}

/**
 * Disposes of the files of one entry, unless something keeps them that came after the approval, or the store's own
 * lock. What was done already is done again to the same end.
 */
export async function disposeEntry(
  of: Appraisal,
  entry: AppraisalEntry,
  open: ReadonlySet<string>,
  deps: Deps,
): Promise<{ entry: AppraisalEntry; files: DisposedFile[] }> {
  const { filed, recordId } = entry;
  const { goneSince, base, ties, hashes, mark } = await concerned[filed]({ of, entry, open, deps });
  const now = deps.now();
  const kept = goneSince ? undefined : keptBecause(base, ties, dateAt(now));
  if (kept) return { entry: { ...entry, kept }, files: [] };
  const versions: Parameters<Deps['locks']['approveDisposal']>[0][] = [];
  for (const folder of foldersOf[filed]({ ...of, recordId }))
    versions.push(...(await Array.fromAsync(deps.locks.versions(`${folder}/`))));
  for (const version of versions) {
    const until = await deps.locks.lockedUntil(version);
    if (until && until > new Date(now)) return { entry: { ...entry, kept: 'locked' }, files: [] };
  }
  for (const version of versions) await deps.locks.approveDisposal(version);
  if (!goneSince) await mark();
  const hashOf = new Map(hashes.map((f) => [f.recordsKey, f.sha256]));
  return {
    entry: { ...entry, disposed: { files: versions.length, at: goneSince ?? now } },
    files: versions.map((v) => ({ recordId, ...v, sha256: hashOf.get(v.key) })),
  };
}
