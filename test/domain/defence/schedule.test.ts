import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Application } from '#domain/application/application';
import { papersOf } from '#domain/document/papers';
import { instantOf } from '#domain/calendar/civil';
import type { Booking } from '#domain/defence/clash';
import { bookingOf, clashOf } from '#domain/defence/clash';
import { emptyDay, replanned, standing } from '#domain/defence/day';
import { proposeTimetable } from '#domain/defence/propose-timetable';
import { registerDefender, scheduleAll, scheduleDefence } from '#domain/defence/schedule';
import { at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { inDefence, slot } from '#test/build/defence';
import { refusalBy } from '#test/build/refused';
import { leader } from '#test/build/review';

const panel = (...assessorIds: string[]) => ({ leaderId: assessorIds[0] ?? '', assessorIds, formedAt: slot.at });
/** Another application's place, with nobody and nothing in common unless given. */
const elsewhere = (given: Partial<Booking> = {}): Booking => ({
  ...slot,
  room: '市政府 302',
  applicationId: 'app_2',
  code: '2027-Z-2',
  panel: ['p', 'q'],
  applicant: ['another', '91530100MA6K000001'],
  defender: '张华',
  ...given,
});
const plus = (minutes: number) => instantOf(Date.parse(slot.at) + minutes * 60_000);
const schedule = (given: Partial<typeof slot>, taken: Booking[] = [], now = '2027-02-01T00:00:00.000Z') =>
  scheduleDefence(inDefence({ slot: undefined }), { ...slot, ...given }, taken, at(officer, now));

describe('the defender', () => {
  it('of an organisation is its registered senior leader', () => {
    const { next } = registerDefender(inDefence({ defender: undefined }), { name: '李明' }, [], at(owner));
    expect(next.defence?.defender).toBe('李明');
    expect(refusalBy(() => registerDefender(inDefence(), { name: '王芳' }, [], at(owner)))).toEqual({
      code: 'defence.not-senior-leader',
      detail: { expected: '李明' },
    });
  });

  it('of an individual is the person', () => {
    const person = { content: { name: '赵强' }, savedAt: slot.at, savedBy: 'owner' };
    const sections = { individualIdentity: person } as Application['sections'];
    const individual = inDefence({}, { kind: 'individual', sections });
    expect(refusalBy(() => registerDefender(individual, { name: '赵强' }, [], at(owner)))).toBeUndefined();
    expect(refusalBy(() => registerDefender(individual, { name: '李明' }, [], at(owner)))?.code).toBe(
      'defence.not-in-person',
    );
  });

  it('is the applicant’s to register, again and again until the defence has begun', () => {
    expect(refusalBy(() => registerDefender(inDefence(), { name: '李明' }, [], at(officer)))?.code).toBe(
      'person.not-owner',
    );
    const again = registerDefender(inDefence(), { name: '李明' }, [], at(owner)).next;
    expect(refusalBy(() => registerDefender(again, { name: '李明' }, [], at(owner)))).toBeUndefined();
    const begun = inDefence({ begunAt: slot.at });
    expect(refusalBy(() => registerDefender(begun, { name: '李明' }, [], at(owner)))?.code).toBe('defence.begun');
  });

  it('is the senior leader’s successor once the office has registered one by a paper', () => {
    const succession = { reason: '原总经理已离任', documentId: 'doc_appointment' };
    const succeed = (of = inDefence(), by = officer) => registerDefender(of, { name: '王芳', succession }, [], at(by));
    const { next, events } = succeed();
    expect(next.defence).toMatchObject({ defender: '王芳', successor: { name: '王芳', ...succession, by: 'officer' } });
    expect(events).toMatchObject([{ type: 'defenderRegistered', detail: succession }]);
    expect(papersOf(next)).toContain('doc_appointment');
    expect(registerDefender(next, { name: '王芳' }, [], at(owner)).next.defence?.successor?.name).toBe('王芳');
    expect(refusalBy(() => registerDefender(next, { name: '李明' }, [], at(owner)))?.detail).toEqual({
      expected: '王芳',
    });
    for (const other of [owner, someone('leader', 'assessor')])
      expect(refusalBy(() => succeed(inDefence(), other))?.code).toBe('person.role-missing');
    expect(refusalBy(() => succeed(inDefence({ begunAt: slot.at })))?.code).toBe('defence.begun');
    const person = { content: { name: '王芳' }, savedAt: slot.at, savedBy: 'owner' };
    const sections = { individualIdentity: person } as Application['sections'];
    const individual = inDefence({}, { kind: 'individual', sections });
    expect(refusalBy(() => succeed(individual))?.code).toBe('defence.not-in-person');
  });

  it('cannot defend in two places at once', () => {
    const taken = [elsewhere({ defender: '李明' })];
    expect(refusalBy(() => registerDefender(inDefence(), { name: '李明' }, taken, at(owner)))).toMatchObject({
      code: 'defence.clash',
      detail: { with: '2027-Z-2', time: '09:00–09:40', because: '同一答辩人（李明）' },
    });
  });
});

describe('a slot', () => {
  it('may be now, and not a millisecond earlier', () => {
    expect(refusalBy(() => schedule({}, [], slot.at))).toBeUndefined();
    expect(refusalBy(() => schedule({}, [], '2027-03-01T01:00:00.001Z'))?.code).toBe('defence.slot-past');
  });

  it('ends on the day it begins, in Shanghai', () => {
    // 16:00 UTC is midnight in Shanghai.
    expect(refusalBy(() => schedule({ at: '2027-03-01T15:19:59.999Z' }))).toBeUndefined();
    expect(refusalBy(() => schedule({ at: '2027-03-01T15:20:00.000Z' }))?.code).toBe('defence.slot-overnight');
  });

  it('writes instants with milliseconds, however they were given', () => {
    expect(schedule({ at: '2027-03-01T01:00:00Z' }).next.defence?.slot?.at).toBe(slot.at);
  });

  it.each([
    ['the same room', elsewhere({ room: slot.room }), '同一地点'],
    ['a member of both panels', elsewhere({ panel: ['x', 'member'] }), '同一评审员'],
    ['the same account', elsewhere({ applicant: ['owner'] }), '同一申报主体'],
    ['the same organisation', elsewhere({ applicant: ['x', '91530100MA6K000000'] }), '同一申报主体'],
    ['the same defender', elsewhere({ defender: '李明' }), '同一答辩人'],
  ])('clashes over %s, and says with whom and why', (_, taken, because) => {
    const refused = refusalBy(() => schedule({}, [taken]));
    expect(refused).toMatchObject({ code: 'defence.clash', detail: { with: '2027-Z-2', date: '2027-03-01' } });
    expect(refused?.detail.because).toContain(because);
  });

  it.each([
    [-40, true],
    [-39, false],
    [0, false],
    [39, false],
    [40, true],
  ])('%i minutes from another in the same room fits: %s', (minutes, fits) => {
    const taken = [elsewhere({ room: slot.room, at: plus(minutes) })];
    expect(refusalBy(() => schedule({}, taken)) === undefined).toBe(fits);
  });

  it('does not clash with another that has nothing in common, nor with its own earlier one', () => {
    const own = bookingOf(inDefence()) as Booking;
    expect(refusalBy(() => schedule({}, [elsewhere(), own]))).toBeUndefined();
  });

  it('is the office’s', () => {
    const by = (actor: typeof owner) => scheduleDefence(inDefence(), slot, [], at(actor));
    for (const other of [owner, leader]) expect(refusalBy(() => by(other))?.code).toBe('person.role-missing');
  });
});

describe('the places of a day', () => {
  const day = {
    ...emptyDay(programmeId, '2027-03-01'),
    bookings: [{ ...elsewhere(), panel: ['p'], applicant: ['x'] }],
  };

  it('are as the applications stand: who left or was heard takes none', () => {
    const moved = inDefence({}, { applicationId: 'app_2', panel: panel('substitute') });
    expect(standing(day, new Map([['app_2', moved]]))[0]?.panel).toEqual(['substitute']);
    for (const gone of [
      { ...moved, stage: 'Withdrawn' as const },
      inDefence({ endedAt: slot.at }),
      inDefence({ slot: { ...slot, at: '2027-03-02T01:00:00.000Z' } }),
    ])
      expect(standing(day, new Map([['app_2', gone]]))).toEqual([]);
  });

  it('stay taken by an application that the asker may not see', () => {
    expect(standing(day, new Map())).toHaveLength(1);
  });

  it('change with the application that moves to another day', () => {
    const next = inDefence({ slot: { ...slot, at: '2027-03-02T01:00:00.000Z' } });
    const old = { day, bookings: [bookingOf(inDefence()) as Booking] };
    const fresh = { day: emptyDay(programmeId, '2027-03-02'), bookings: [] };
    const [before, after] = replanned([old, fresh], [next], at(officer));
    expect(before?.next.bookings).toEqual([]);
    expect(after?.next.bookings.map((b) => b.applicationId)).toEqual(['app_1']);
  });
});

/** Applications that share panels and applicants as the numbers say. */
const waiting = (shares: readonly { panel: number; owner: number }[]) =>
  shares.map(({ panel: p, owner: o }, i) =>
    inDefence(
      { slot: undefined, defender: undefined },
      {
        applicationId: `app_${i}`,
        code: `Z-${String(i).padStart(2, '0')}`,
        panel: panel(`p${p}`, `p${p + 1}`),
        ownerId: `o${o}`,
        sections: {},
      },
    ),
  );
const frame = {
  days: [
    { date: '2027-03-02', from: '09:00', to: '12:00' },
    { date: '2027-03-01', from: '14:00', to: '15:30' },
  ],
  rooms: ['甲', '乙'],
  minutes: 40,
  pauseMinutes: 10,
};
const now = '2027-02-01T00:00:00.000Z';

describe('a timetable', () => {
  it('is proposed in the order of codes, the earliest slot that fits', () => {
    const { slots, unplaced } = proposeTimetable(
      waiting([
        { panel: 0, owner: 0 },
        { panel: 5, owner: 1 },
        { panel: 0, owner: 2 },
        { panel: 0, owner: 3 },
      ]),
      frame,
      [],
      now,
    );
    expect(slots.map((s) => [s.application.code, s.slot.at, s.slot.room])).toEqual([
      ['Z-00', '2027-03-01T06:00:00.000Z', '甲'],
      ['Z-01', '2027-03-01T06:00:00.000Z', '乙'],
      // Its panel sits at 14:00; the next defence begins after the pause, and a third would end after 15:30.
      ['Z-02', '2027-03-01T06:50:00.000Z', '甲'],
      ['Z-03', '2027-03-02T01:00:00.000Z', '甲'],
    ]);
    expect(unplaced).toEqual([]);
  });

  it('says for whom there is no slot, and offers none that has passed', () => {
    const late = proposeTimetable(waiting([{ panel: 0, owner: 0 }]), frame, [], '2027-03-02T03:30:00.000Z');
    expect(late.slots).toEqual([]);
    expect(late.unplaced).toHaveLength(1);
    expect(refusalBy(() => proposeTimetable([], { ...frame, rooms: ['甲', '甲'] }, [], now))?.code).toBe(
      'defence.frame-twice',
    );
  });

  it('never clashes with itself or with what is taken, and can be applied as proposed', () => {
    const share = fc.record({ panel: fc.nat(4), owner: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 12 }), (shares) => {
        const taken = [elsewhere({ at: '2027-03-01T06:10:00.000Z', room: '甲', panel: ['p2'] })];
        const { slots, unplaced } = proposeTimetable(waiting(shares), frame, taken, now);
        expect(slots.length + unplaced.length).toBe(shares.length);
        const placings = slots.map((s) => ({ application: s.application, ...s.slot }));
        const decisions = scheduleAll(placings, taken, at(officer, now));
        const bookings = [...taken, ...decisions.map((d) => bookingOf(d.next) as Booking)];
        for (const booking of bookings) expect(clashOf(booking, bookings)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('is applied whole or not at all', () => {
    const [a, b] = waiting([
      { panel: 0, owner: 0 },
      { panel: 1, owner: 1 },
    ]) as [Application, Application];
    const both = [a, b].map((application) => ({ application, ...slot }));
    expect(refusalBy(() => scheduleAll(both, [], at(officer, now)))?.code).toBe('defence.clash');
    const twice = [0, 60].map((m) => ({ application: a, ...slot, at: plus(m) }));
    expect(refusalBy(() => scheduleAll(twice, [], at(officer, now)))?.code).toBe('list.named-twice');
  });
});
