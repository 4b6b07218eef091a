import fc from 'fast-check';
import { expect, it } from 'vitest';
import { systemActor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { applyList } from '#domain/list/apply';
import type { CycleList, ListKind } from '#domain/list/list';
import { listKinds } from '#domain/list/list';
import { enrol } from '#domain/approval/winner';
import { newHead } from '#domain/record';
import { endNotice } from '#domain/public-notice/end-notice';
import { withdraw } from '#domain/application/draft';
import { Refused } from '#domain/refused';
import { at, owner, programmeId } from '#test/build/an-application';
import { aCycleUnderReview, inReview } from '#test/build/review';

const kinds = (Object.keys(listKinds) as ListKind[]).filter((kind) => kind !== 'eligibilityNotice');
const award = fc.constantFrom('qualityAward' as const, 'nominationAward' as const);

type Step = (of: Application, now: string) => Application;
const tried =
  (act: Step): Step =>
  (of, now) => {
    try {
      return act(of, now);
    } catch (error) {
      if (error instanceof Refused) return of;
      throw error;
    }
  };

let lists = 0;
const aList = (kind: ListKind, isIn: boolean, which: 'qualityAward' | 'nominationAward'): Step =>
  tried((of, now) => {
    lists += 1;
    const list: CycleList = {
      ...newHead(programmeId),
      ...{ listId: `lst_${lists}`, cycleId: 'cyc_1', kind, at: now, by: 'somebody' },
      entries: [
        {
          ...{ applicationId: of.applicationId, outcome: isIn ? 'in' : 'out', reason: '理由', award: which },
          ...{ defence: isIn, onSite: isIn, compositeMilli: 1, certificateNumber: `KM2027-ZL-Z${lists}` },
        },
      ],
      facts: {
        ...{ noticeId: `ntc_${lists}`, endsAt: now, meetingId: 'mtg_1' },
        ...(kind === 'governmentDecision' && { decision: { number: '1', date: '2027-06-10', documentId: 'doc_1' } }),
      },
    };
    const [entry] = list.entries;
    return (entry && applyList(list, entry, of, at(systemActor, now))?.next) ?? of;
  });

const isIn = fc.integer({ min: 0, max: 9 }).map((n) => n > 0);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 40,
    arbitrary: fc.tuple(fc.constantFrom(...kinds), isIn, award).map(([kind, yes, which]) => aList(kind, yes, which)),
  },
  { weight: 10, arbitrary: fc.constant(tried((of, now) => endNotice(of, at(systemActor, now)).next)) },
  { weight: 1, arbitrary: fc.constant(tried((of, now) => withdraw(of, '撤回', at(owner, now)).next)) },
);

it('whatever happens in whatever order, nobody is awarded without a vote, a notice that ended and a decision', () => {
  let awarded = 0;
  fc.assert(
    fc.property(
      fc.constantFrom<Application['stage']>('Recommendation', 'CommitteeVote'),
      fc.array(anyStep, { minLength: 20, maxLength: 60 }),
      (stage, steps) => {
        let of = inReview({ stage });
        const passed: string[] = [of.stage];
        for (const [i, step] of steps.entries()) {
          const now = new Date(Date.parse('2027-03-01T00:00:00.000Z') + i * 86_400_000).toISOString();
          of = step(of, now);
          if (of.stage !== passed.at(-1)) passed.push(of.stage);
        }
        const cycle = aCycleUnderReview();
        const winner = enrol(of, cycle, at(systemActor));
        if (of.stage !== 'Awarded') {
          expect(winner).toBeUndefined();
          return;
        }
        awarded += 1;
        // From the recommendation on there is one way, and it passes each of them; who was not elected may be voted on again.
        const way = ['Recommendation', 'CommitteeVote', 'AwardNotice', 'GovernmentApproval', 'Awarded'];
        const votedAgain = passed.join(' ').replaceAll('CommitteeVote Ended CommitteeVote', 'CommitteeVote');
        expect(votedAgain.replaceAll(' Ended CommitteeVote', '')).toBe(way.slice(way.indexOf(stage)).join(' '));
        expect(of.awarding?.meetingId).toBe('mtg_1');
        expect(of.awarding?.decision?.number).toBe('1');
        expect(winner?.next.certificateNumber).toBe(of.awarding?.certificateNumber);
      },
    ),
    { numRuns: 1000 },
  );
  expect(awarded).toBeGreaterThan(50);
});
