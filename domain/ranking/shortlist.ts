import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { CycleList } from '../list/list.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Candidates } from './candidates.ts';
import { refuseUnlessEveryOneNamed, undecided } from './candidates.ts';

/** What the office decides on one application after the material review. */
export const shortlistEntry = z.object({
  applicationId: z.string(),
  defence: z.boolean(),
  onSite: z.boolean(),
  reason: z.string().trim().min(1).max(1000),
});

/** The applications in material review, best first, and whether their report is there. For the office alone. */
export const previewShortlist = (inStage: readonly Application[]) => ({
  items: inStage
    .map((a) => ({ ...a, name: nameOf(a), scoreMilli: a.materialReview?.scoreMilli, hasReport: !!a.materialReview }))
    .sort((a, b) => (b.scoreMilli ?? -1) - (a.scoreMilli ?? -1)),
});

/**
 * Fixes the lists for defence and on-site review (A17, D23): every application with a report is on it or named as out,
 * each with a reason. Those without a report stay for a later list.
 */
export function fixShortlist(
  cycle: Cycle,
  listId: string,
  entries: readonly z.infer<typeof shortlistEntry>[],
  candidates: Candidates,
  circumstances: Circumstances,
): Outcome<CycleList> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', cycle.programmeId);
  const open = undecided(candidates);
  const named = new Set(entries.map((e) => e.applicationId));
  const unready = open.filter((a) => !a.materialReview && named.has(a.applicationId));
  refuseUnless(unready.length === 0, 'shortlist.report-missing', { applications: unready.map((a) => a.code) });
  refuseUnlessEveryOneNamed(
    entries,
    open.filter((a) => a.materialReview),
  );
  const wrong = entries.filter((e) => e.onSite && !e.defence).map((e) => e.applicationId);
  refuseUnless(wrong.length === 0, 'shortlist.on-site-without-defence', {
    applications: open.filter((a) => wrong.includes(a.applicationId)).map((a) => a.code),
  });
  return decided(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      listId,
      cycleId: cycle.cycleId,
      kind: 'shortlist',
      at: now,
      by: actor.personId,
      entries: entries.map((e) => ({ ...e, outcome: e.defence ? 'in' : 'out' })),
      facts: {},
    },
    { type: 'listFixed', detail: { kind: 'shortlist', listId } },
  );
}
