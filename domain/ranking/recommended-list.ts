import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { awards } from '../approval/awarding.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { CycleList, ListEntry } from '../list/list.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Candidates } from './candidates.ts';
import { refuseUnlessEveryOneNamed, undecided } from './candidates.ts';
import { ranked } from './ranked.ts';

/** What the office proposes for one application, and why. */
export const recommendation = z.object({
  applicationId: z.string(),
  award: z.enum(awards).nullable().describe('Null: not recommended'),
  reason: z.string().trim().min(1).max(1000),
});

/** The ranking with proposed awards, and those of the cycle that are still under way. For the office alone. */
export const previewRecommendedList = (
  cycle: Cycle,
  inStage: readonly Application[],
  underWay: readonly Application[],
) => ({
  items: ranked(inStage, cycle.rules).map(({ application, ...rest }) => ({
    ...application,
    ...rest,
    name: nameOf(application),
  })),
  underWay: underWay.map((a) => ({ ...a, name: nameOf(a) })),
});

/**
 * Fixes the recommended list (A20): every application of the stage, proposed for an award or not, with a reason; the
 * composite score and the rank are the server's, and nobody below the cycle's passing line is proposed (D6). Whoever is out must have
 * got their report before (A17). The quotas bind the awards that the committee votes, not this list.
 */
export function fixRecommendedList(
  cycle: Cycle,
  listId: string,
  entries: readonly z.infer<typeof recommendation>[],
  candidates: Candidates & { readonly owedReports: readonly Application[] },
  circumstances: Circumstances,
): Outcome<CycleList> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', cycle.programmeId);
  const owed = candidates.owedReports.map((a) => a.code);
  refuseUnless(owed.length === 0, 'report.deliveries-missing', { applications: owed });
  const open = undecided(candidates);
  refuseUnlessEveryOneNamed(entries, open);
  const ranking = new Map(ranked(open, cycle.rules).map((r) => [r.application.applicationId, r]));
  const unscored = open.filter((a) => !ranking.has(a.applicationId));
  refuseUnless(unscored.length === 0, 'recommended.scores-missing', { applications: unscored.map((a) => a.code) });
  const line = cycle.rules.passingLineMilli ?? 0;
  const proposed = new Set(entries.flatMap((e) => (e.award ? [e.applicationId] : [])));
  const below = open.filter(
    (a) => proposed.has(a.applicationId) && (ranking.get(a.applicationId)?.compositeMilli ?? 0) < line,
  );
  refuseUnless(below.length === 0, 'recommended.below-line', { applications: below.map((a) => a.code) });
  return decided(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      listId,
      cycleId: cycle.cycleId,
      kind: 'recommendedList',
      at: now,
      by: actor.personId,
      entries: entries.map(({ applicationId, award, reason }): ListEntry => {
        const { compositeMilli, rank, tied } = ranking.get(applicationId) ?? {};
        const outcome = award ? 'in' : 'out';
        return { applicationId, outcome, reason, compositeMilli, rank, tied, ...(award && { award }) };
      }),
      facts: {},
    },
    { type: 'listFixed', detail: { kind: 'recommendedList', listId } },
  );
}
