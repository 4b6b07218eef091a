import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import { completeDefence, countedPoints, defenceForAssessor } from '#domain/defence/complete';
import { recordNoShow, registerDefender, scheduleDefence, scoreDefence } from '#domain/defence/hold';
import { declareConflict } from '#domain/conflict/declare';
import { isOwedReport } from '#domain/review/deliver-report';
import { at, officer, owner } from '#test/build/an-application';
import { refusalBy } from '#test/build/refused';
import { inReview, leader, member, outsider, reported } from '#test/build/review';

const slot = { at: '2027-03-01T01:00:00.000Z', room: '市政府 301' };
const before = '2027-03-01T00:59:59.999Z';
type Defence = NonNullable<Application['defence']>;
const score = (assessorId: string, points: number) => ({ assessorId, points, at: slot.at });

const inDefence = (defence: Partial<Defence> = {}, onSite = true): Application =>
  inReview({
    stage: 'Defence',
    materialReview: reported(),
    shortlisting: { listId: 'lst_1', defence: true, onSite, reason: '得分靠前', at: slot.at },
    defence: { defender: '李明', slot, scores: [], ...defence },
  });
const noShow = { recordedBy: 'officer', at: slot.at, reason: '未到场' };

describe('the defender', () => {
  it('of an organisation is its registered senior leader', () => {
    expect(registerDefender(inDefence({ defender: undefined }), '李明', at(owner)).next.defence?.defender).toBe('李明');
    expect(refusalBy(() => registerDefender(inDefence(), '王芳', at(owner)))).toEqual({
      code: 'defence.not-senior-leader',
      detail: { expected: '李明' },
    });
  });

  it('of an individual is the person', () => {
    const person = { content: { name: '赵强' }, savedAt: slot.at, savedBy: 'owner' };
    const sections = { individualIdentity: person } as Application['sections'];
    const individual = { ...inDefence(), kind: 'individual' as const, sections };
    expect(refusalBy(() => registerDefender(individual, '赵强', at(owner)))).toBeUndefined();
    expect(refusalBy(() => registerDefender(individual, '李明', at(owner)))?.code).toBe('defence.not-in-person');
  });

  it('is the applicant’s to register, and stands once scoring began', () => {
    expect(refusalBy(() => registerDefender(inDefence(), '李明', at(officer)))?.code).toBe('person.not-owner');
    expect(
      refusalBy(() => registerDefender(inDefence({ scores: [score('leader', 1)] }), '李明', at(owner)))?.code,
    ).toBe('defence.begun');
  });
});

describe('the schedule', () => {
  it('may be now, and not a millisecond earlier', () => {
    expect(refusalBy(() => scheduleDefence(inDefence(), slot, at(officer, slot.at)))).toBeUndefined();
    expect(refusalBy(() => scheduleDefence(inDefence(), slot, at(officer, '2027-03-01T01:00:00.001Z')))?.code).toBe(
      'defence.slot-past',
    );
  });

  it('writes instants with milliseconds, however they were given', () => {
    const given = { ...slot, at: '2027-03-01T01:00:00Z' };
    expect(scheduleDefence(inDefence(), given, at(officer, slot.at)).next.defence?.slot?.at).toBe(slot.at);
  });
});

describe('a score', () => {
  it('is given once by each member of the panel, from the scheduled time on', () => {
    const { next } = scoreDefence(inDefence(), 800, at(member));
    expect(next.defence?.scores).toEqual([score('member', 800)]);
    expect(refusalBy(() => scoreDefence(next, 900, at(member)))?.code).toBe('defence.scored-already');
    expect(refusalBy(() => scoreDefence(next, 900, at(leader)))).toBeUndefined();
  });

  it.each([
    ['before the time', inDefence(), at(member, before), 'defence.not-held'],
    ['without a time', inDefence({ slot: undefined }), at(member), 'defence.not-held'],
    ['without a defender', inDefence({ defender: undefined }), at(member), 'defence.no-defender'],
    ['of a no-show', inDefence({ noShow }), at(member), 'defence.no-show-recorded'],
    ['by another panel', inDefence(), at(outsider), 'person.role-missing'],
    ['by the office', inDefence(), at(officer), 'person.role-missing'],
    ['after the stage', { ...inDefence(), stage: 'OnSiteReview' as const }, at(member), 'stage.action-unavailable'],
  ])('%s is refused', (_, of, circumstances, code) => {
    expect(refusalBy(() => scoreDefence(of, 500, circumstances))?.code).toBe(code);
  });

  it('is shown to its assessor and to no peer, and is not in the event', () => {
    const { next, events } = scoreDefence(inDefence({ scores: [score('leader', 700)] }), 800, at(member));
    expect(defenceForAssessor(next, 'member').scores).toEqual([score('member', 800)]);
    expect(JSON.stringify(events)).not.toContain('800');
  });
});

describe('a no-show', () => {
  it('is recorded by the office when the time has come and nobody scored', () => {
    expect(recordNoShow(inDefence(), '未到场', at(officer)).next.defence?.noShow).toEqual(noShow);
    expect(refusalBy(() => recordNoShow(inDefence(), '未到场', at(officer, before)))?.code).toBe('defence.not-held');
    expect(refusalBy(() => recordNoShow(inDefence({ noShow }), '未到场', at(officer)))?.code).toBe(
      'defence.no-show-recorded',
    );
    expect(
      refusalBy(() => recordNoShow(inDefence({ scores: [score('leader', 0)] }), '未到场', at(officer)))?.code,
    ).toBe('defence.scores-exist');
  });
});

describe('the end of a defence', () => {
  const scores = [score('leader', 700), score('member', 801)];

  it('waits for every member of the panel', () => {
    expect(refusalBy(() => completeDefence(inDefence({ scores: scores.slice(1) }), at(officer)))).toEqual({
      code: 'defence.scores-missing',
      detail: { missing: 1 },
    });
    expect(refusalBy(() => completeDefence(inDefence({ scores, ...{} }), at(officer)))).toBeUndefined();
  });

  it('is never reached without a panel', () => {
    const empty = { ...inDefence(), panel: undefined };
    expect(refusalBy(() => completeDefence(empty, at(officer)))?.code).toBe('defence.scores-missing');
  });

  it.each([
    ['goes on to the on-site review when on that list', inDefence({ scores }), 'OnSiteReview', 'defenceCompleted'],
    ['leaves who is not on it to get the report', inDefence({ scores }, false), 'Defence', 'notOnSite'],
    ['leaves a no-show to get the report', inDefence({ noShow }), 'Defence', 'notOnSite'],
  ])('%s', (_, of, stage, type) => {
    const { next, events } = completeDefence(of, at(officer));
    expect(next.stage).toBe(stage);
    expect(next.materialReview?.delivery).toBeUndefined();
    expect(events[0]?.type).toBe(type);
    expect(isOwedReport(next)).toBe(stage === 'Defence');
    expect(refusalBy(() => completeDefence({ ...next, stage: 'Defence' }, at(officer)))?.code).toBe(
      'defence.completed',
    );
  });

  it('does not count the score of a member who stepped down', () => {
    const left = declareConflict(inDefence({ scores }), { ground: 'kin', statement: '亲属' }, [], at(member))
      .application.next;
    expect(countedPoints(left)).toEqual([700]);
    expect(completeDefence(left, at(officer)).next.stage).toBe('OnSiteReview');
  });
});
