import { describe, expect, it } from 'vitest';
import { checkIn } from '#domain/vote/attendance';
import { castBallot } from '#domain/vote/cast-ballot';
import { recuse, recusedOnRecord } from '#domain/vote/recuse';
import { meetingFor } from '#domain/vote/view';
import { at } from '#test/build/an-application';
import {
  aMeeting,
  anOrganisation,
  chair,
  closed,
  everyoneVotes,
  opened,
  someRules,
  theMember,
} from '#test/build/meeting';
import { refusalOf } from '#test/build/refusal';

const two = [anOrganisation('a', { name: '滇池机械' }), anOrganisation('secret', { name: '石林制药' })];
const meeting = aMeeting(9, 9, { candidates: two });
const nobody = new Set<string>();
const telling = /secret|石林制药/;
const seen = (of: typeof meeting, who = theMember(3), conflicts: ReadonlySet<string> = nobody) =>
  JSON.stringify(meetingFor(who, of, conflicts));
const recused = recuse(
  meeting,
  { applicationId: 'secret', reason: '石林制药系配偶任职单位' },
  someRules(),
  at(theMember(3)),
).next;

describe('a member with a conflict (D26)', () => {
  it('sees how many cases it is and nothing of them: before, during and after the ballot, in no count and no minutes', () => {
    const ballot = opened(recused);
    const over = closed(everyoneVotes(opened(recused), () => 'yes')).outcome.next;
    expect(over.status).toBe('closed');
    const tied = { ...over, ties: [{ award: 'qualityAward' as const, places: 1, applicationIds: ['a', 'secret'] }] };
    const written = { ...tied, minutes: '石林制药以九票通过' };
    for (const of of [recused, ballot, over, written]) {
      expect(seen(of)).not.toMatch(telling);
      expect(meetingFor(theMember(3), of, nobody)).toMatchObject({
        steppedBackFrom: 1,
        candidates: [{ name: '滇池机械' }],
      });
      expect(seen(of, theMember(4))).toMatch(telling);
    }
    expect(meetingFor(theMember(3), ballot, nobody).ballot?.mine).toHaveLength(1);
  });

  it('sees as little when the conflict was found by others and after the meeting was convened', () => {
    expect(seen(meeting, theMember(3), new Set(['secret']))).not.toMatch(telling);
    expect(seen(meeting, theMember(3))).toMatch(telling);
  });

  it('does not vote on it, however late it was found; a sheet that is in the box stays', () => {
    const ballot = opened(meeting);
    const isClosed = (personId: string, id: string) => personId === theMember(3).personId && id === 'secret';
    const late = recusedOnRecord(ballot, isClosed, '2027-03-01T02:00:00.000Z');
    expect(late.events).toMatchObject([{ type: 'recusalRecorded', detail: { applicationId: 'secret' } }]);
    const cast = (choices: object) => castBallot(late.meeting, choices as never, at(theMember(3)));
    expect(refusalOf(() => cast({ a: 'yes', secret: 'yes' }))).toBe('vote.ballot-incomplete');
    expect(cast({ a: 'yes' }).outcome.next.ballot?.voted).toEqual([theMember(3).personId]);
    expect(recusedOnRecord(late.meeting, isClosed, '').events).toEqual([]);
    const done = castBallot(ballot, { a: 'yes', secret: 'yes' }, at(theMember(3))).outcome.next;
    expect(recusedOnRecord(done, isClosed, '').meeting).toBe(done);
  });

  it('is no matter to anybody else', () => {
    expect(meetingFor(chair, meeting, nobody)).toMatchObject({ steppedBackFrom: 0 });
    expect(refusalOf(() => checkIn(meeting, someRules(), at(theMember(3))))).toBe('vote.present-already');
  });
});
