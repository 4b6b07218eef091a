import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Award } from '../approval/awarding.ts';
import { awards } from '../approval/awarding.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { CycleList, ListEntry } from '../list/list.ts';
import type { Circumstances, Instant, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Resolution } from '../resolution/resolution.ts';
import { restOn } from '../resolution/resolution.ts';
import { placesTaken } from './places-taken.ts';

/** What is known when a vote is to be reopened. */
export interface ReopeningFacts {
  /** The results of the cycle's votes so far. */
  readonly results: readonly CycleList[];
  /** The reopenings so far. */
  readonly reopenings: readonly CycleList[];
  /** All applications that the results are about. */
  readonly applications: readonly Application[];
}

const kinds = ['organisation', 'individual'] as const;

/** Places of one award that came free and were not filled again, by kind of applicant. */
export interface FreedPlaces {
  readonly award: Award;
  readonly kind: Application['kind'];
  readonly places: number;
}

/**
 * The places that proposed winners left free after the vote: withdrawn, refused, or out by an upheld objection, less
 * those that a vote reopened for it has filled again (D20).
 */
export function freedPlaces({ results, reopenings, applications }: ReopeningFacts): FreedPlaces[] {
  const reopened = new Set(reopenings.flatMap((l) => l.entries.map((e) => e.applicationId)));
  const won = results.flatMap((l) => l.entries.filter((e) => e.outcome === 'in'));
  const standing = placesTaken(won, applications);
  const kindOf = (e: ListEntry) => applications.find((a) => a.applicationId === e.applicationId)?.kind;
  return awards.flatMap((award) =>
    kinds.flatMap((kind): FreedPlaces[] => {
      const ofThis = won.filter((e) => e.award === award && kindOf(e) === kind);
      const refilled = ofThis.filter((e) => reopened.has(e.applicationId)).length;
      const taken = standing.filter((t) => t.award === award && t.kind === kind).length;
      const places = ofThis.length - refilled - taken;
      return places > 0 ? [{ award, kind, places }] : [];
    }),
  );
}

/** When the first place came free that no reopening has filled again: since then there is something to resolve on. */
function freedSince({ results, reopenings, applications }: ReopeningFacts): Instant | undefined {
  const left = results.flatMap(({ at, entries }) =>
    entries.flatMap((e) => {
      const elected = e.outcome === 'in' ? applications.find((a) => a.applicationId === e.applicationId) : undefined;
      return elected && placesTaken([e], [elected]).length === 0 ? [elected.ended?.at ?? at] : [];
    }),
  );
  const last = reopenings
    .map((l) => l.at)
    .sort()
    .at(-1);
  left.sort();
  return left.find((at) => last === undefined || at > last) ?? left[0];
}

/** Whether the application was voted on and not elected: only such a one can be voted on again. */
export const wasNotElected = ({ stage, ended, listed }: Application): boolean =>
  stage === 'Ended' && ended?.stage === 'CommitteeVote' && ended.article === 'A21' && !!listed;

/** Who is voted on again: everyone who was voted on for such a place and not elected, and nobody picked out of them. */
const eligible = (cycle: Pick<Cycle, 'rules'>, facts: ReopeningFacts): Application[] => {
  const freed = freedPlaces(facts);
  return facts.applications.filter(
    (a) =>
      wasNotElected(a) &&
      freed.some(
        ({ award, kind }) =>
          award === a.listed?.award && (kind === a.kind || cycle.rules.quotas[award].together !== undefined),
      ),
  );
};

/** What a reopening would do, before anything is decided. */
export const previewReopening = (cycle: Pick<Cycle, 'rules'>, facts: ReopeningFacts) => ({
  setting: cycle.rules.substitutes,
  freed: freedPlaces(facts),
  items: eligible(cycle, facts).map((a) => ({
    applicationId: a.applicationId,
    code: a.code,
    kind: a.kind,
    name: nameOf(a),
    award: a.listed?.award,
  })),
});

/**
 * Brings those who were not elected back before the committee, because a proposed winner dropped out and the committee
 * resolved to vote again: there is no substitute without a new vote and a new notice (A21, D20). Throws `Refused`
 * vote.no-substitutes where the cycle leaves such a place empty, vote.no-place-free, vote.nobody-to-reopen,
 * resolution.does-not-say-so.
 */
export function reopenVote(
  cycle: Cycle,
  listId: string,
  resolution: Resolution,
  facts: ReopeningFacts,
  circumstances: Circumstances,
): Outcome<CycleList> {
  const { actor, now } = circumstances;
  const { programmeId, cycleId, rules } = cycle;
  requireRole(actor, 'office', programmeId);
  refuseUnless(rules.substitutes === 'newVoteAndNotice', 'vote.no-substitutes');
  refuseUnless(cycle.status === 'announced', 'vote.cycle-over');
  const { number } = restOn(resolution, { kind: 'newVote', programmeId, since: freedSince(facts) }, circumstances);
  refuseUnless(freedPlaces(facts).length > 0, 'vote.no-place-free');
  const again = eligible(cycle, facts);
  refuseUnless(again.length > 0, 'vote.nobody-to-reopen');
  return decided(
    circumstances,
    {
      ...newHead(programmeId),
      ...{ listId, cycleId, kind: 'reopenedVote' as const, at: now, by: actor.personId },
      entries: again.map(({ applicationId }): ListEntry => ({ applicationId, outcome: 'in', reason: number })),
      facts: {},
    },
    { type: 'listFixed', detail: { kind: 'reopenedVote', listId, resolution: number } },
  );
}
