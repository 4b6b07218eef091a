import { describe, expect, test } from 'vitest';
import { messageOn, platformMessage } from '#domain/platform-push/message';
import { deliverPush, failPush, pushAgain, requestPushes } from '#domain/platform-push/proceed';
import type { Push } from '#domain/platform-push/push';
import { recordRecovery } from '#domain/revocation/recover';
import { newId } from '#test/build/cycle';
import { at, officer, owner, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';
import { aRevocation, beforeGovernment, registrar } from '#test/build/revocation';
import { aProgramme, aWinner } from '#test/build/winner';

const revoked = beforeGovernment({
  stage: 'Recovery',
  governmentDecision: { number: '昆政发〔2027〕30号', date: '2027-03-12', documentId: 'd', revoke: true, by: 'r' },
  bannedUntil: '2032-03-12',
  tasks: [
    { task: 'creditPlatform', dueOn: '2027-04-01' },
    { task: 'supervisionPlatform', dueOn: '2027-04-01' },
  ],
});
const system = at({ personId: 'system', name: '系统', grants: [] });
const [credit, supervision] = requestPushes(revoked, newId, at(registrar)).map((o) => o.next) as [Push, Push];
const receipt = { receiptNumber: 'CREDIT-000001', receivedAt: '2027-03-15T02:00:00.000Z' };

describe('the message', () => {
  test('names the subject, the ground with its article, the decision and the ban', () =>
    expect(messageOn(revoked, aWinner(), aProgramme())).toMatchObject({
      subject: { identifier: aWinner().identifier },
      ground: { code: 'fraud', article: 'A27(1)' },
      decision: { date: '2027-03-12' },
      bannedUntil: '2032-03-12',
    }));
  test.each([
    ['before the government decided', aRevocation()],
    ['when it did not revoke', { ...revoked, governmentDecision: { ...revoked.governmentDecision, revoke: false } }],
  ])('is not written %s', (_, of) =>
    expect(refusalOf(() => messageOn(of as typeof revoked, aWinner(), aProgramme()))).toBe('push.not-revoked'),
  );
  test('has no room for anything else', () =>
    expect(platformMessage.safeParse({ ...messageOn(revoked, aWinner(), aProgramme()), phone: '139' }).success).toBe(
      false,
    ));
});

describe('a push', () => {
  test('is requested for each platform, under a key of its own', () => {
    expect([credit.platform, supervision.platform]).toEqual(['credit', 'supervision']);
    expect(credit.pushId).not.toBe(supervision.pushId);
    expect(credit).toMatchObject({ status: 'pending', round: 1 });
  });

  test('that is delivered does its task with the receipt; the case closes with the last', () => {
    const first = deliverPush(credit, revoked, receipt, system);
    expect(first.push.next).toMatchObject({ status: 'delivered', receipt });
    expect(first.revocation.next.stage).toBe('Recovery');
    const last = deliverPush(supervision, first.revocation.next, receipt, system);
    expect(last.revocation.next.stage).toBe('Revoked');
  });

  test('does what nobody can record by hand', () => {
    const task = 'creditPlatform' as never;
    // The route does not take it; and what has its receipt is not done again.
    const done = deliverPush(credit, revoked, receipt, system).revocation.next;
    expect(refusalOf(() => recordRecovery(done, { task, reference: 'x' }, at(officer)))).toBe('revocation.task-done');
  });

  const failed = failPush(credit, 'PlatformUnavailable', system)?.next as Push;
  test('that failed says so by the error’s name, and one that was delivered does not fail afterwards', () => {
    expect(failed).toMatchObject({ status: 'failed', failure: { error: 'PlatformUnavailable' } });
    expect(failPush(deliverPush(credit, revoked, receipt, system).push.next, 'X', system)).toBeUndefined();
  });

  test('is set out again by the office under the same key', () => {
    const { next, events } = pushAgain(failed, at(officer));
    expect(next).toMatchObject({ status: 'pending', round: 2, pushId: credit.pushId });
    expect(events).toMatchObject([{ type: 'pushRequested', detail: { round: 2 } }]);
  });
  test.each([
    ['by the registrar', failed, registrar, 'person.role-missing'],
    ['by the winner', failed, owner, 'person.role-missing'],
    ['by an auditor', failed, someone('a', 'auditor'), 'person.role-missing'],
    ['while it is under way', credit, officer, 'push.not-failed'],
    ['once delivered', { ...credit, status: 'delivered' } as Push, officer, 'push.not-failed'],
  ] as const)('is not set out again %s', (_, of, who, code) =>
    expect(refusalOf(() => pushAgain(of, at(who)))).toBe(code),
  );
});
