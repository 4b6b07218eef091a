import { describe, expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import { chaseInvestigation } from '#domain/objection/chase';
import { at } from '#test/build/an-application';
import { anObjection } from '#test/build/notice';

const open = anObjection({ duty: { party: 'office', dueOn: '2027-03-10', reminded: [] } });
const onThe = (day: string, of = open) => chaseInvestigation(of, at(systemActor, `2027-03-${day}T01:00:00.000Z`));

describe('a verification that falls due', () => {
  test.each([
    ['02', []],
    ['03', ['dutyReminded']],
    ['09', ['dutyReminded']],
    ['10', ['dutyReminded']],
    ['11', ['dutyReminded', 'objectionOverdue']],
  ])('on the %sth of March', (day, types) => expect(onThe(day)?.events.map((e) => e.type) ?? []).toEqual(types));

  test('its investigator is reminded; without one, the office', () => {
    expect(onThe('09')?.events[0]?.detail).toMatchObject({ personId: 'investigator' });
    const unassigned = { ...open, investigator: undefined };
    expect(onThe('09', unassigned)?.events[0]?.detail).toMatchObject({ party: 'office', personId: undefined });
  });

  test('the supervisors are told once that it is overdue', () => {
    const told = onThe('11')?.next ?? open;
    expect(told.escalatedAt).toBe('2027-03-11T01:00:00.000Z');
    expect(onThe('12', told)).toBeUndefined();
    expect(onThe('18', told)?.events.map((e) => e.type)).toEqual(['dutyReminded']);
  });

  test('what is decided is not chased', () => expect(onThe('11', anObjection({ status: 'upheld' }))).toBeUndefined());

  test('nothing of it says who objects', () => expect(JSON.stringify(onThe('11')?.events)).not.toMatch(/赵某|zhao@/));
});
