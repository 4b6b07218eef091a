import { describe, expect, test } from 'vitest';
import { concernsStaff, staffDigest, winnerDigest } from '#domain/post-award/digest';
import { plusDays } from '#domain/calendar/civil';
import { nextReminder } from '#domain/post-award/reminders';
import { shardOf, shards } from '#domain/post-award/shard';
import { messageRules } from '#domain/notification/messages';
import type { AuditEvent } from '#domain/audit/event';
import { systemActor } from '#domain/actor';
import { at, programmeId } from '#test/build/an-application';
import { aDuty } from '#test/build/duty';

describe('the next day on which a duty is named', () => {
  const usual = { before: [30, 14, 7, 1], every: 7 };
  test.each([
    ['long before', '2028-01-02', '2028-03-01'],
    ['the day before the first', '2028-02-29', '2028-03-01'],
    ['on the day of the first', '2028-03-01', '2028-03-17'],
    ['days late, past one', '2028-03-20', '2028-03-24'],
    ['a week ahead', '2028-03-24', '2028-03-30'],
    ['the day before', '2028-03-30', '2028-04-01'],
    ['on the due day', '2028-03-31', '2028-04-01'],
    ['on the first overdue day, a Saturday', '2028-04-01', '2028-04-03'],
    ['on a Monday, overdue', '2028-04-03', '2028-04-10'],
    ['the Sunday before', '2028-05-07', '2028-05-08'],
    ['weeks late', '2028-05-05', '2028-05-08'],
  ])('%s (%s) is %s', (_, today, next) => {
    expect(nextReminder('2028-03-31', usual, today)).toBe(next);
  });

  test('crosses a leap day and the turn of a year', () => {
    expect(nextReminder('2028-03-01', { before: [1], every: 7 }, '2028-02-01')).toBe('2028-02-29');
    expect(nextReminder('2029-03-01', { before: [1], every: 7 }, '2029-02-01')).toBe('2029-02-28');
    expect(nextReminder('2028-12-31', usual, '2028-12-31')).toBe('2029-01-01');
  });

  test('follows the cycle: other days, another interval, none before at all', () => {
    expect(nextReminder('2028-03-31', { before: [60], every: 30 }, '2028-01-02')).toBe('2028-01-31');
    expect(nextReminder('2028-03-31', { before: [], every: 30 }, '2028-01-02')).toBe('2028-04-01');
    expect(nextReminder('2028-03-31', { before: [], every: 30 }, '2028-04-01')).toBe('2028-04-30');
  });

  test.each([1, 7, 10, 30])('is the same for all that is overdue, every %d days, whenever it was due', (every) => {
    const days = ['2027-03-31', '2027-12-31', '2028-03-31'].map((dueOn) =>
      nextReminder(dueOn, { before: [], every }, '2028-04-05'),
    );
    expect(new Set(days).size).toBe(1);
    expect(nextReminder('2027-03-31', { before: [], every }, days[0] ?? '')).toBe(plusDays(days[0] ?? '', every));
  });
});

describe('a digest', () => {
  const morning = at(systemActor, '2028-04-01T23:30:00.000Z');
  const two = [
    aDuty({ dueOn: '2028-04-09', dutyId: 'b', kind: 'inspection' }),
    aDuty({ dueOn: '2028-03-31', dutyId: 'a' }),
  ];

  test('names all duties of the winner, the soonest first, and carries each on to its next day', () => {
    const { digest, duties } = winnerDigest('owner', two, morning);
    expect(digest.next).toMatchObject({ digestId: 'owner~2028-04-02', duties: ['b', 'a'] });
    expect(duties.map(({ next }) => next.remindOn)).toEqual(['2028-04-08', '2028-04-03']);
    expect(digest.events[0]?.detail).toMatchObject({
      personId: 'owner',
      lines: [{ daysLeft: -2 }, { daysLeft: 7, kind: 'inspection' }],
    });
    const [message] = messageRules.dutiesDigested?.(digest.events[0] as AuditEvent, undefined) ?? [];
    expect(message?.to).toEqual({ personId: 'owner' });
    expect(message?.zh.subject).toBe('提醒:2028 年年度自评报告,已逾期 2 天,等 2 项');
    expect(message?.lines).toHaveLength(2);
  });

  test.each([
    ['an overdue report', aDuty({ dueOn: '2028-04-01' }), true],
    ['a report that is due today', aDuty({ dueOn: '2028-04-02' }), false],
    ['its own inspection, 30 days ahead', aDuty({ party: 'office', dueOn: '2028-05-02' }), true],
    ['its own inspection, 31 days ahead', aDuty({ party: 'office', dueOn: '2028-05-03' }), false],
  ])('of the office: %s', (_, duty, named) => {
    expect(concernsStaff(duty, '2028-04-02')).toBe(named);
  });

  test('of the office says that there are more than it names, and is none when there is nothing', () => {
    const many = Array.from({ length: 41 }, (_, i) => aDuty({ dutyId: `d${i}` }));
    const detail = staffDigest(programmeId, many, morning)?.events[0]?.detail as { lines: unknown[]; more: boolean };
    expect([detail.lines.length, detail.more]).toEqual([40, true]);
    expect(staffDigest(programmeId, many.slice(1), morning)?.events[0]?.detail).toMatchObject({ more: false });
    expect(staffDigest(programmeId, [], morning)).toBeUndefined();
  });
});

test('people are spread over all parts, each always in the same', () => {
  const counts = new Map<number, number>();
  for (let i = 0; i < 8000; i += 1) {
    const part = shardOf(`per_${i}`);
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  expect(counts.size).toBe(shards);
  for (const count of counts.values()) expect(count).toBeGreaterThan(700);
  expect(shardOf('per_1')).toBe(shardOf('per_1'));
});
