import * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { CycleList } from './list.ts';

/** So many entries lie together, and are applied together by one delivery of an event. */
export const entriesAtOnce = 50;

/** How far a list has come to its applications: bundle by bundle, each once. */
export const progress = z.object({
  entries: z.int().nonnegative(),
  bundles: z.int().nonnegative(),
  applied: z.int().nonnegative().describe('Bundles that were gone through, from the first'),
  failed: z.array(z.string()).describe('Applications that could not be changed yet; tried again at the end'),
});
export type Progress = z.infer<typeof progress>;

/** Where a list begins. */
export const atTheStart = (entries: number): Progress => ({
  entries,
  bundles: Math.ceil(entries / entriesAtOnce),
  applied: 0,
  failed: [],
});

/** The entries in the bundles they lie in. */
export const bundlesOf = <T>(entries: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(entries.length / entriesAtOnce) }, (_, n) =>
    entries.slice(n * entriesAtOnce, (n + 1) * entriesAtOnce),
  );

/** Whether every entry came to its application. */
export const isThrough = ({ bundles, applied, failed }: Progress): boolean => applied >= bundles && failed.length === 0;

/** A bundle was gone through; the event lets the next one follow. */
export function advanceList(
  of: CycleList,
  failed: readonly string[],
  circumstances: Circumstances,
): Outcome<CycleList> {
  const before = of.progress ?? atTheStart(of.entries.length);
  const next = { ...before, applied: before.applied + 1, failed: [...before.failed, ...failed] };
  return decided(
    circumstances,
    { ...of, progress: next },
    { type: isThrough(next) ? 'listApplied' : 'listAdvanced', detail: { applied: next.applied } },
  );
}

/** Those that had failed are changed too: the list is through. */
export const completeList = (of: CycleList, circumstances: Circumstances): Outcome<CycleList> =>
  decided(
    circumstances,
    { ...of, progress: { ...(of.progress ?? atTheStart(of.entries.length)), failed: [] } },
    { type: 'listApplied', detail: { applied: of.progress?.applied } },
  );

/** An operator lets a list go on that stands still, from where it stands. */
export const resumeList = (of: CycleList, reason: string, circumstances: Circumstances): Outcome<CycleList> =>
  decided(circumstances, of, { type: 'listAdvanced', detail: { applied: of.progress?.applied ?? 0, reason } });
