import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { CycleList, ListEntry } from '../list/list.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Candidates } from './candidates.ts';
import { refuseUnlessEveryOneNamed, takenBy, undecided } from './candidates.ts';
import type { ShortlistProposal } from './propose-shortlist.ts';
import { proposeShortlist } from './propose-shortlist.ts';

/** What the office decides on one application after the material review. */
export const shortlistEntry = z.object({
  applicationId: z.string(),
  defence: z.boolean(),
  onSite: z.boolean(),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(1000)
    .optional()
    .describe("The office's own: required where it departs from the proposal, otherwise the proposal's stands"),
});
type Entry = z.infer<typeof shortlistEntry>;

/** What the cycle's setting proposes, kind by kind and best first, and who has no report yet. For the office alone. */
export function previewShortlist(cycle: Cycle, candidates: Candidates) {
  const open = undecided(candidates);
  const line = (a: Application) => ({ ...a, name: nameOf(a) });
  return {
    setting: cycle.rules.shortlist,
    items: [
      ...proposeShortlist(open, cycle.rules.shortlist, takenBy(candidates)).map(({ application, ...rest }) => ({
        ...line(application),
        ...rest,
        hasReport: true,
      })),
      ...open.filter((a) => !a.materialReview).map((a) => ({ ...line(a), hasReport: false })),
    ],
  };
}

const departsFrom = ({ proposed }: ShortlistProposal, { defence, onSite }: Entry): boolean => {
  const wanted = proposed === 'in';
  return proposed === undefined || defence !== wanted || onSite !== wanted;
};

/** Throws `Refused` shortlist.reason-missing naming whom the office decides otherwise without a reason of its own. */
function reasoned(entries: readonly Entry[], proposals: readonly ShortlistProposal[]): ListEntry[] {
  const of = new Map(proposals.map((p) => [p.application.applicationId, p]));
  const judged = entries.flatMap((entry) => {
    const proposal = of.get(entry.applicationId);
    return proposal ? [{ entry, proposal, departs: departsFrom(proposal, entry) }] : [];
  });
  const silent = judged.filter(({ entry, proposal, departs }) => {
    const own = entry.reason !== undefined && entry.reason !== proposal.reason;
    return departs && !own;
  });
  refuseUnless(silent.length === 0, 'shortlist.reason-missing', {
    applications: silent.map(({ proposal }) => proposal.application.code),
  });
  return judged.map(({ entry, proposal, departs }) => ({
    ...entry,
    outcome: entry.defence ? 'in' : 'out',
    reason: entry.reason ?? proposal.reason,
    scoreMilli: proposal.scoreMilli,
    rank: proposal.rank,
    tied: proposal.tied,
    ...(departs && { departs }),
  }));
}

/**
 * Fixes the lists for defence and on-site review (A17, D23): every application with a report is on it or named as out.
 * The proposal's reason stands unless the office gives its own, which it must where it departs from the proposal. Those
 * without a report stay for a later list; where places are counted nobody of their kind is listed before them.
 */
export function fixShortlist(
  cycle: Cycle,
  listId: string,
  entries: readonly Entry[],
  candidates: Candidates,
  circumstances: Circumstances,
): Outcome<CycleList> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', cycle.programmeId);
  const open = undecided(candidates);
  const named = new Set(entries.map((e) => e.applicationId));
  const counted = cycle.rules.shortlist.mode === 'rank';
  const unready = open.filter((a) => !a.materialReview && (counted || named.has(a.applicationId)));
  refuseUnless(unready.length === 0, 'shortlist.report-missing', { applications: unready.map((a) => a.code) });
  const ready = open.filter((a) => a.materialReview);
  refuseUnlessEveryOneNamed(entries, ready);
  const wrong = entries.filter((e) => e.onSite && !e.defence).map((e) => e.applicationId);
  refuseUnless(wrong.length === 0, 'shortlist.on-site-without-defence', {
    applications: open.filter((a) => wrong.includes(a.applicationId)).map((a) => a.code),
  });
  const decidedEntries = reasoned(entries, proposeShortlist(ready, cycle.rules.shortlist, takenBy(candidates)));
  const letIn = (kind: Application['kind']) =>
    ready.filter((a) => a.kind === kind && entries.some((e) => e.applicationId === a.applicationId && e.defence))
      .length;
  return decided(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      listId,
      cycleId: cycle.cycleId,
      kind: 'shortlist',
      at: now,
      by: actor.personId,
      entries: decidedEntries,
      facts: { letIn: { organisation: letIn('organisation'), individual: letIn('individual') } },
    },
    {
      type: 'listFixed',
      detail: { kind: 'shortlist', listId, departing: decidedEntries.filter((e) => e.departs).length },
    },
  );
}
