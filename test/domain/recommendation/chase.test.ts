import { expect, test } from 'vitest';
import { systemActor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import type { AuditEvent } from '#domain/audit/event';
import { messageRules } from '#domain/notification/messages';
import { chaseRecommendation } from '#domain/recommendation/chase';
import { recommend } from '#domain/recommendation/recommend';
import type { Document } from '#domain/document/document';
import { at, someone } from '#test/build/an-application';
import { anOrganisation } from '#test/build/eligibility';

const dueOn = '2027-04-14';
const owed = anOrganisation({ recommendation: undefined, recommendationDuty: { dueOn, reminded: [] } });
const chase = (of: Application, day: string, due = dueOn) =>
  chaseRecommendation(of, due, at(systemActor, `${day}T01:00:00.000Z`));
const told = (type: string, detail: object, of = owed) =>
  (
    messageRules[type]?.({ type, detail, recordId: 'app_1', actor: systemActor } as unknown as AuditEvent, of) ?? []
  ).map((m) => ({
    to: m.to,
    zh: m.zh.text,
  }));

test.each([
  ['2027-04-06', undefined],
  ['2027-04-07', 'before-7'],
  ['2027-04-13', 'before-1'],
  ['2027-04-14', 'before-1'],
])('on %s the reminder is %s', (day, reminder) => {
  const outcome = chase(owed, day);
  expect(outcome?.next.recommendationDuty?.reminded).toEqual(reminder && [reminder]);
  expect(outcome?.events.map((e) => e.detail?.jurisdiction)).toEqual(reminder && ['五华区']);
  if (outcome) expect(chase(outcome.next, day)).toBeUndefined();
});

test('the reminder goes to the body of the jurisdiction', () => {
  const [event] = chase(owed, '2027-04-07')?.events ?? [];
  expect(told('dutyReminded', event?.detail ?? {})).toEqual([
    { to: { jurisdiction: '五华区' }, zh: expect.stringContaining('出具推荐意见') as string },
  ]);
});

test('on the day after, office and applicant are told that it lapsed, and nobody any more', () => {
  const outcome = chase(owed, '2027-04-15');
  expect(outcome?.events).toEqual([{ type: 'recommendationLapsed', detail: { jurisdiction: '五华区', dueOn } }]);
  expect(told('recommendationLapsed', outcome?.events[0]?.detail ?? {}).map((m) => m.to)).toEqual([
    { role: 'office' },
    { personId: 'owner' },
  ]);
  expect(chase(outcome?.next ?? owed, '2027-04-16')).toBeUndefined();
});

test('a closing that was moved moves it, and the reminders begin again', () => {
  const reminded = { ...owed, recommendationDuty: { dueOn, reminded: ['before-7', 'before-1'] } };
  const outcome = chase(reminded, '2027-04-15', '2027-04-28');
  expect(outcome?.next.recommendationDuty).toEqual({ dueOn: '2027-04-28', reminded: [] });
  expect(outcome?.events).toEqual([]);
});

test.each([
  [
    'is given',
    { recommendation: { jurisdiction: '五华区', opinion: '同意', by: 'body', at: '2027-03-02T00:00:00.000Z' } },
  ],
  ['is of one that has ended', { stage: 'Withdrawn' as const }],
  ['was never asked for', { recommendationDuty: undefined }],
])('nobody is reminded of an opinion that %s', (_, given) =>
  expect(chase({ ...owed, ...given }, '2027-04-13')).toBeUndefined(),
);

test('whoever gives it owes it no more', () => {
  const paper = { documentId: 'd', ownerId: 'body', kind: 'recommendation', format: 'application/pdf' } as Document;
  const signed = {
    opinion: '同意',
    document: { ...paper, status: 'checked' } as Document,
    endsAt: '2027-04-14T16:00:00.000Z',
  };
  const body = someone('body', 'recommendingBody', { jurisdiction: '五华区' });
  expect(recommend(owed, signed, at(body)).next.recommendationDuty).toBeUndefined();
});

test('the body is told of a new application with the day', () => {
  const messages = told('applicationSubmitted', { number: 'n', recommendBy: dueOn });
  expect(messages.find((m) => 'jurisdiction' in m.to)).toMatchObject({
    to: { jurisdiction: '五华区' },
    zh: '滇池机械 已提交申报,请于 2027-04-14 24:00 前出具盖章的推荐意见。',
  });
});
