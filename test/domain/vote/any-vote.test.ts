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
  votes: fc.array(fc.constantFrom<Choice>(...choices), { minLength: 40, maxLength: 200 }),
});
type Any = typeof anyVote extends fc.Arbitrary<infer T> ? T : never;

const meetingOf = ({ members, candidates, recusals, afterFailure }: Any): Meeting =>
  aMeeting(members, members, {
    candidates: candidates.map((c, i) => anOrganisation(`c${i}`, c as Partial<Candidate>)),
    recusals: recusals.map(([m, c]) => recused(1 + (m % members), `c${c % candidates.length}`)),
    ...(afterFailure && { nominationAfterFailure: { resolutionId: 'r', number: '1' } }),
  });

describe('whatever is voted', () => {
  it('the quota is never exceeded, nobody is on both lists, and whoever is in has the majority', () => {
    fc.assert(
      fc.property(anyVote, (any) => {
        const rules = someRules({ quotas: any.quotas });
        const meeting = meetingOf(any);
        fc.pre(
          shortOf(
            meeting,
            meeting.candidates.map((c) => c.applicationId),
            rules,
          ).length === 0,
        );
        let i = 0;
        const next = () => any.votes[i++ % any.votes.length] as Choice;
        let result = closed(everyoneVotes(opened(meeting, rules), next), rules);
        for (let round = 0; result.entries === undefined && round < 5; round += 1)
          result = closed(everyoneVotes(opened(result.outcome.next, rules), next), rules);
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
          if (together !== undefined) expect(of()).toBeLessThanOrEqual(together);
          else
            for (const kind of ['organisation', 'individual'] as const)
              expect(of(kind)).toBeLessThanOrEqual(each[kind]);
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
        const rules = someRules({ quotas: any.quotas });
        const meeting = meetingOf(any);
        fc.pre(
          shortOf(
            meeting,
            meeting.candidates.map((c) => c.applicationId),
            rules,
          ).length === 0,
        );
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
