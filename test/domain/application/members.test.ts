import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { beginAgain } from '#domain/application/begin-again';
import { begin, withdraw } from '#domain/application/draft';
import { refuseIfApplying } from '#domain/application/duties';
import { addMember, endMember } from '#domain/application/members';
import { saveSection } from '#domain/application/save-section';
import { applicationFor } from '#domain/application/views';
import { mayRead } from '#domain/document/access';
import { passEligibility } from '#domain/eligibility/pass';
import type { Person } from '#domain/programme/person';
import { anApplication, at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { aCycle, anOrganisation, findingsFor } from '#test/build/eligibility';
import { refusalOf } from '#test/build/refusal';

const person = (personId: string, role?: Role) =>
  ({ personId, name: personId, email: `${personId}@example.test`, grants: someone(personId, role).grants }) as Person;
const colleague = someone('colleague');
const invite = (of: Application, maySubmit = false, invited = [person('colleague')], who = owner) =>
  addMember(of, { invited, maySubmit }, at(who));

const edit = { cycle: aCycle(), section: 'profile', content: { text: '稿' }, basedOn: 0 } as const;
const edits = (of: Application) => refusalOf(() => saveSection(of, edit, at(colleague)));
const withdraws = (of: Application) => refusalOf(() => withdraw(of, '撤回', at(colleague)));

describe('a member of an application', () => {
  const joined = invite(anApplication()).next;

  test('edits, reads files and sees what they can do; a stranger does neither', () => {
    expect(edits(joined)).toBe('allowed');
    expect(mayRead(colleague, joined)).toBe(true);
    expect(applicationFor(colleague, joined)).toMatchObject({ view: 'applicant' });
    expect(applicationFor(colleague, joined).actions).toEqual(['saveSection', 'addDocument', 'removeDocument']);
    expect(edits(anApplication())).toBe('person.not-owner');
    expect(mayRead(colleague, anApplication())).toBe(false);
    expect(refusalOf(() => applicationFor(colleague, anApplication()))).toBe('record.not-found');
  });

  test('does not bind the applicant without the right to', () => {
    expect(withdraws(joined)).toBe('person.submit-right-missing');
    expect(withdraws(invite(joined, true).next)).toBe('allowed');
  });

  test('is one no more when the owner ends it, and can be taken in again', () => {
    const ended = endMember(joined, 'colleague', at(owner)).next;
    expect(edits(ended)).toBe('person.not-owner');
    expect(refusalOf(() => endMember(ended, 'colleague', at(owner)))).toBe('record.not-found');
    expect(edits(invite(ended).next)).toBe('allowed');
  });
});

test.each([
  ['by a member', [person('third')], colleague, {}, 'person.not-owner'],
  ['by the office', [person('third')], officer, {}, 'person.not-owner'],
  ['of nobody registered', [], owner, {}, 'member.not-registered'],
  ['of one of two with the same address', [person('a'), person('b')], owner, {}, 'member.not-registered'],
  ['of the owner', [person('owner')], owner, {}, 'member.owner-already'],
  ['of an assessor', [person('x', 'assessor')], owner, {}, 'member.duty-conflicts'],
  ['of an officer', [person('x', 'office')], owner, {}, 'member.duty-conflicts'],
  ['to what has ended', [person('third')], owner, { stage: 'Withdrawn' as const }, 'stage.action-unavailable'],
] as const)('an invitation %s is refused', (_, invited, who, given, code) => {
  const of = { ...invite(anApplication(), true).next, ...given };
  expect(refusalOf(() => invite(of, false, [...invited], who))).toBe(code);
});

test('twenty colleagues are the most', () => {
  let of = anApplication();
  for (let n = 1; n <= 20; n += 1) of = invite(of, false, [person(`p${n}`)]).next;
  expect(refusalOf(() => invite(of))).toBe('member.too-many');
  expect(of.programmeId).toBe(programmeId);
});

const impartial = [
  'office',
  'department',
  'recommendingBody',
  'assessor',
  'committeeMember',
  'registrar',
  'auditor',
] as const;
describe.each(impartial)('whoever holds the duty of %s', (role) => {
  const holder = someone('owner', role);
  const beginning = (programmeId: string) =>
    refusalOf(() => begin(aCycle({ programmeId }), 'app_9', 'organisation', at(holder)));

  test('begins no application in the award, and none again', () => {
    expect(beginning(programmeId)).toBe('member.duty-conflicts');
    const again = { cycle: aCycle(), applicationId: 'app_9', renamed: new Map<string, string>() };
    const withdrawn = anApplication({ stage: 'Withdrawn' });
    expect(refusalOf(() => beginAgain(withdrawn, again, at(holder)))).toBe('member.duty-conflicts');
  });

  test('may apply for another award', () => expect(beginning('another-award')).toBe('allowed'));

  test('was not given it while they applied', () => {
    const granting = (stage: Application['stage']) =>
      refusalOf(() => refuseIfApplying({ role, programmeId }, [{ programmeId, stage }]));
    expect(granting('Draft')).toBe('grant.applies');
    expect(granting('CommitteeVote')).toBe('grant.applies');
    expect(granting('Withdrawn')).toBe('allowed');
    expect(refusalOf(() => refuseIfApplying({ role, programmeId: '*' }, [anApplication()]))).toBe('grant.applies');
    expect(refusalOf(() => refuseIfApplying({ role, programmeId: 'another' }, [anApplication()]))).toBe('allowed');
  });
});

test('an administrator’s duty is no judgment on an applicant', () =>
  expect(refusalOf(() => refuseIfApplying({ role: 'administrator', programmeId }, [anApplication()]))).toBe('allowed'));

test('an officer who has come to act for an applicant does the applicant’s part and nothing of the office’s', () => {
  const both = someone('owner', 'office');
  const passes = (who: Actor) =>
    refusalOf(() =>
      passEligibility(anOrganisation(), { cycle: aCycle(), findings: findingsFor('organisation') }, at(who)),
    );
  expect(passes(officer)).toBe('allowed');
  expect(passes(both)).toBe('person.own-application');
  expect(refusalOf(() => withdraw(anOrganisation(), '撤回', at(both)))).toBe('allowed');
});
