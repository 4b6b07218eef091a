import { describe, expect, test } from 'vitest';
import { recordRevocation } from '#domain/revocation/revoke';
import { announceRevocation, assignRecovery, byHand, recordRecovery } from '#domain/revocation/recover';
import { recoveryTasks, tasksFor } from '#domain/revocation/recovery-task';
import type { Revocation } from '#domain/revocation/revocation';
import { announcementOf, revocationFor } from '#domain/revocation/view';
import type { Document } from '#domain/document/document';
import { at, officer, owner, someone } from '#test/build/an-application';
import { newId } from '#test/build/cycle';
import { someRules } from '#test/build/meeting';
import { refusalOf } from '#test/build/refusal';
import { aDecision, beforeGovernment, colleague, inHearing, plainCalendar, registrar } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';

const now = '2027-03-15T02:00:00.000Z';
const decision = { number: '昆政发〔2027〕30号', date: '2027-03-12', revoke: true };
const calendars = [plainCalendar(2027)];

const decide = (
  given: {
    of?: Revocation;
    decision?: object;
    document?: Document | undefined;
    rules?: object;
    who?: typeof officer;
  } = {},
) =>
  recordRevocation(
    given.of ?? beforeGovernment(),
    { ...decision, ...given.decision },
    {
      ...{ winner: aWinner(), document: 'document' in given ? given.document : aDecision() },
      ...{ banId: 'ban_1', earlierBan: undefined, rules: someRules(given.rules), calendars, bonusPaid: false, newId },
    },
    at(given.who ?? registrar, now),
  );

describe('the government', () => {
  test('revokes: the roll, the ban and the tasks change with the case', () => {
    const { outcome, revoked } = decide({ rules: { banYears: 6, recoveryWorkingDays: 10 } });
    expect(outcome.next).toMatchObject({ stage: 'Recovery', bannedUntil: '2033-03-12' });
    expect(outcome.next.tasks.every((t) => t.dueOn === '2027-03-29' && !t.receipt)).toBe(true);
    expect(revoked?.winner.next).toMatchObject({ status: 'revoked', revokedOn: '2027-03-12' });
    expect(revoked?.ban.next).toMatchObject({ from: '2027-03-12', until: '2033-03-12' });
  });

  test('that does not revoke gives its reason, and nothing else changes', () => {
    const { outcome, revoked } = decide({ decision: { revoke: false, reason: '情节轻微' } });
    expect(outcome.next).toMatchObject({ stage: 'Dropped', tasks: [] });
    expect(revoked).toBeUndefined();
    expect(refusalOf(() => decide({ decision: { revoke: false } }))).toBe('revocation.reason-missing');
  });

  test.each([
    ['office', 'person.role-missing'],
    ['committeeMember', 'person.role-missing'],
    ['auditor', 'person.role-missing'],
    ['administrator', 'person.role-missing'],
    ['registrar', 'allowed'],
  ] as const)('is entered by %s: %s', (role, code) =>
    expect(refusalOf(() => decide({ who: someone('registrar', role) }))).toBe(code),
  );

  test.each([
    ['no document', undefined, 'approval.document-missing'],
    ['a document that is not checked', aDecision({ status: 'awaited' }), 'approval.document-missing'],
    ['a picture', aDecision({ format: 'image/png' }), 'approval.document-missing'],
    ["another's document", aDecision({ ownerId: 'officer' }), 'approval.document-missing'],
    ["another programme's", aDecision({ programmeId: 'other' }), 'approval.document-missing'],
    ['minutes', aDecision({ kind: 'minutes' }), 'approval.document-missing'],
  ])('is not entered with %s', (_, document, code) => expect(refusalOf(() => decide({ document }))).toBe(code));

  test.each([
    ['2027-03-09', 'revocation.date-before-committee'],
    ['2027-03-10', 'allowed'],
    ['2027-03-15', 'allowed'],
    ['2027-03-16', 'approval.date-in-future'],
  ])('decided on %s, after the committee on 10 March: %s', (date, code) =>
    expect(refusalOf(() => decide({ decision: { date } }))).toBe(code),
  );

  test.each(['Investigation', 'Hearing', 'CommitteeDecision', 'Recovery', 'Revoked', 'Dropped'] as const)(
    'decides nothing in %s: no step is skipped',
    (stage) => expect(refusalOf(() => decide({ of: { ...inHearing(), stage } }))).toBe('stage.action-unavailable'),
  );
});

describe('recovery', () => {
  const revoked = decide().outcome.next;
  const ground = { rules: someRules(), calendars };

  test.each([
    ['organisation', true, false],
    ['organisation', false, false],
    ['individual', false, false],
    ['individual', true, true],
  ] as const)('of an %s, a bonus paid: %s, claws it back: %s (A6)', (kind, bonusPaid, clawsBack) => {
    const tasks = tasksFor({ kind }, { ...ground, bonusPaid }, now).map((t) => t.task);
    expect(tasks.includes('bonus')).toBe(clawsBack);
    expect(tasks).toHaveLength(recoveryTasks.length - (clawsBack ? 0 : 1));
  });

  const assign = { task: 'plaque', ownerId: colleague.personId, dueOn: '2027-03-15' } as const;
  const officers = [officer.personId, colleague.personId];
  test('a task is given to an officer with a day of its own', () =>
    expect(assignRecovery(revoked, assign, officers, at(officer, now)).next.tasks).toContainEqual(assign));
  test.each([
    ['to a stranger', { ...assign, ownerId: 'x' }, officer, 'revocation.owner-unfit'],
    ['for yesterday', { ...assign, dueOn: '2027-03-14' }, officer, 'revocation.due-in-past'],
    ['that is none', { ...assign, task: 'bonus' }, officer, 'revocation.task-unknown'],
    ['by the registrar', assign, registrar, 'person.role-missing'],
    ['by the winner', assign, owner, 'person.role-missing'],
  ] as const)('a task is not given %s', (_, what, who, code) =>
    expect(refusalOf(() => assignRecovery(revoked, what, officers, at(who, now)))).toBe(code),
  );

  test('closes with the last task, whatever their order, each once with its receipt', () => {
    let of: Revocation = { ...revoked, tasks: revoked.tasks.filter((t) => !t.task.endsWith('Platform')) };
    for (const task of byHand) of = recordRecovery(of, { task, reference: `回执-${task}` }, at(officer, now)).next;
    expect(of.stage).toBe('Recovery');
    expect(refusalOf(() => recordRecovery(of, { task: 'plaque', reference: '再' }, at(officer, now)))).toBe(
      'revocation.task-done',
    );
    const announced = announceRevocation(of, { title: '关于撤销的公告', text: '公告' }, at(officer, now)).next;
    expect(announced.stage).toBe('Revoked');
    expect(announced.tasks.every((t) => t.receipt)).toBe(true);
    expect(announcementOf(announced)).toMatchObject({
      title: '关于撤销的公告',
      article: 'A27(1)',
      bannedUntil: '2032-03-12',
    });
  });

  test('what is announced holds no identifier, and nothing is there before', () => {
    expect(announcementOf(revoked)).toBeUndefined();
    const announced = announceRevocation(revoked, { title: '公告', text: '公告' }, at(officer, now)).next;
    expect(JSON.stringify(announcementOf(announced))).not.toContain(aWinner().identifier);
  });
});

describe('the case', () => {
  test.each([
    ['the winner before the notice', owner, beforeGovernment({ hearing: undefined }), 'record.not-found'],
    ['the winner from the notice on', owner, beforeGovernment(), 'allowed'],
    ['a stranger', someone('x', 'applicant'), beforeGovernment(), 'record.not-found'],
    ['an assessor', someone('x', 'assessor'), beforeGovernment(), 'record.not-found'],
    ['an administrator', someone('x', 'administrator'), beforeGovernment(), 'record.not-found'],
    ['a committee member', someone('x', 'committeeMember'), beforeGovernment(), 'allowed'],
  ] as const)('is shown to %s: %#', (_, who, of, code) => expect(refusalOf(() => revocationFor(who, of))).toBe(code));

  test('tells the winner what the committee decided and never its votes', () =>
    expect(revocationFor(owner, beforeGovernment()).committeeDecision).toMatchObject({
      revoke: true,
      reason: undefined,
    }));
});
