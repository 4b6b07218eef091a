import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate, Meeting } from '#domain/vote/meeting';
import { castBallot, questionsFor } from '#domain/vote/cast-ballot';
import { reaches, shortOf } from '#domain/vote/quorum';
import type { Choice } from '#domain/vote/round';
import { choices } from '#domain/vote/round';
import { at } from '#test/build/an-application';
import {
  aMeeting,
  anOrganisation,
  closed,
  everyoneVotes,
  memberId,
  opened,
  recused,
  someRules,
  theMember,
} from '#test/build/meeting';
import { refusalOf } from '#test/build/refusal';

const places = fc.integer({ min: 0, max: 3 });
const quota = fc.record(
  { organisation: places, individual: places, together: fc.integer({ min: 0, max: 4 }) },
  { requiredKeys: ['organisation', 'individual'] },
);
/** An award, and the kind of who gets it. */
const seat = fc.record({
  kind: fc.constantFrom('organisation' as const, 'individual' as const),
  award: fc.constantFrom('qualityAward' as const, 'nominationAward' as const),
});
const anyCandidate = fc.record({
  kind: fc.constantFrom('organisation', 'individual'),
  award: fc.constantFrom('qualityAward', 'nominationAward'),
  // Few different scores: ties must happen.
  compositeMilli: fc.constantFrom(700_000, 800_000),
});
const anyVote = fc.record({
  members: fc.integer({ min: 3, max: 9 }),
  candidates: fc.array(anyCandidate, { minLength: 1, maxLength: 8 }),
  recusals: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 4 }),
  afterFailure: fc.boolean(),
  quotas: fc.record({ qualityAward: quota, nominationAward: quota }),
  taken: fc.array(seat, { maxLength: 3 }),
  votes: fc.array(fc.constantFrom<Choice>(...choices), { minLength: 40, maxLength: 200 }),
});
type Any = typeof anyVote extends fc.Arbitrary<infer T> ? T : never;

const meetingOf = ({ members, candidates, recusals: drawn, afterFailure }: Any): Meeting => {
  const recusals = drawn.map(([m, c]) => recused(1 + (m % members), `c${c % candidates.length}`));
  const all = Array.from({ length: members }, (_, i) => memberId(i + 1));
  return aMeeting(members, members, {
    // Who presides steps back from nothing, if anybody does not.
    chairId: all.find((id) => !recusals.some((r) => r.personId === id)) ?? memberId(1),
    candidates: candidates.map((c, i) => anOrganisation(`c${i}`, c as Partial<Candidate>)),
    recusals,
    ...(afterFailure && { nominationAfterFailure: { resolutionId: 'r', number: '1' } }),
  });
};

/** A meeting that can vote on everything, by its cycle's rules; a draw without the quorum is passed over. */
function quorate(any: Any) {
  const rules = someRules({ quotas: any.quotas });
  const meeting = meetingOf(any);
  const candidates = meeting.candidates.map((c) => c.applicationId);
  fc.pre(shortOf(meeting, candidates, rules).length === 0);
  return { rules, meeting };
}

describe('whatever is voted', () => {
  it('the quota is never exceeded, by earlier votes of the cycle neither, nobody is on both lists, and whoever is in has the majority', () => {
    fc.assert(
      fc.property(anyVote, (any) => {
        const { rules, meeting } = quorate(any);
        let i = 0;
        const next = () => any.votes[i++ % any.votes.length] as Choice;
        const vote = (of: Meeting) =>
          closed(everyoneVotes(opened(of, rules, { taken: any.taken }), next), rules, any.taken);
        let result = vote(meeting);
        for (let round = 0; result.entries === undefined && round < 5; round += 1) result = vote(result.outcome.next);
        if (result.entries === undefined) {
          expect(result.outcome.next.status).toBe('tied');
          return;
        }
        const won = result.entries.filter((e) => e.outcome === 'in');
        expect(new Set(won.map((e) => e.applicationId)).size).toBe(won.length);
        for (const award of ['qualityAward', 'nominationAward'] as const) {
          const { together, ...each } = any.quotas[award];
          const of = (kind?: string) =>
            won.filter(
              (e) =>
                e.award === award &&
                (!kind || meeting.candidates.find((c) => c.applicationId === e.applicationId)?.kind === kind),
            ).length;
          const held = (kind?: string) =>
            any.taken.filter((t) => t.award === award && (!kind || t.kind === kind)).length;
          const free = (places: number, kind?: string) => Math.max(0, places - held(kind));
          if (together !== undefined) expect(of()).toBeLessThanOrEqual(free(together));
          else
            for (const kind of ['organisation', 'individual'] as const)
              expect(of(kind)).toBeLessThanOrEqual(free(each[kind], kind));
        }
        const main = result.outcome.next.rounds[0]?.tallies ?? [];
        for (const { applicationId, award } of won) {
          const tally = main.find((t) => t.applicationId === applicationId && t.award === award);
          expect(tally && award && reaches(tally.yes, rules.majority[award], tally.base)).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('every sheet counts once, and a recused member nowhere: yes, no and abstentions are the base', () => {
    fc.assert(
      fc.property(anyVote, (any) => {
        const { rules, meeting } = quorate(any);
        const { meeting: after, box } = everyoneVotes(
          opened(meeting, rules),
          (n, key) => choices[(n + key.length) % 3] as Choice,
        );
        for (const personId of after.ballot?.voted ?? []) {
          const sheet = Object.fromEntries(questionsFor(after, personId).map((q) => [q.key, 'yes' as const]));
          const again = () => castBallot(after, sheet, at(theMember(Number(personId.slice(-2)))));
          expect(refusalOf(again)).toBe('vote.voted-already');
        }
        for (const { key, applicationId } of after.ballot?.questions ?? []) {
          const recusedHere = new Set(
            meeting.recusals.filter((r) => r.applicationId === applicationId).map((r) => r.personId),
          );
          const { yes, no, abstain } = box[key] ?? { yes: 0, no: 0, abstain: 0 };
          expect(yes + no + abstain).toBe(any.members - recusedHere.size);
        }
      }),
      { numRuns: 200 },
    );
  });
});
