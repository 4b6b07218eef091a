import { describe, expect, it } from 'vitest';
import type { Actor } from '#domain/actor';
import type { Document } from '#domain/document/document';
import { declareConflict } from '#domain/conflict/declare';
import { refuseUnlessReadable } from '#domain/document/access';
import { newHead } from '#domain/record';
import { recordOnSiteFinding } from '#domain/on-site/record-finding';
import { answerFindings, recordSignatureRefusal, signFindings } from '#domain/on-site/sign';
import { countedFindings, isSigned } from '#domain/on-site/team';
import { recordForApplicant, visitOf } from '#domain/on-site/views';
import { at, officer, owner, programmeId } from '#test/build/an-application';
import { aFinding, onSite, plan } from '#test/build/on-site';
import { refusalBy } from '#test/build/refused';
import { plainCalendar } from '#test/build/revocation';
import { leader, member, outsider } from '#test/build/review';

const entry = { verdict: 'confirmed' as const, text: '现场核对原件', evidence: [] as string[] };
const photo: Document = {
  ...newHead(programmeId),
  version: 1,
  documentId: 'on-site~app_1~doc_1',
  parent: 'on-site:app_1',
  ownerId: 'member',
  kind: 'onSiteEvidence',
  name: '车间.jpg',
  format: 'image/jpeg',
  size: 1000,
  sha256: 'a'.repeat(64),
  confidential: false,
  status: 'checked',
  stagingKey: 'k',
};
const record = (
  given: Partial<Parameters<typeof recordOnSiteFinding>[1]> = {},
  by = member,
  of = onSite(),
  now?: string,
) =>
  recordOnSiteFinding(of, { code: '4.1.2', entry, before: undefined, documents: [photo], ...given }, at(by, now))
    .finding;
const all = [aFinding('4.1.2', 'member'), aFinding('A12(3)', 'leader')];
const sign = (of = onSite(), findings = all, by = leader) => signFindings(of, findings, at(by));
const signedByBoth = () => sign(sign().next, all, member).next;
const later = '2027-03-05T01:00:00.000Z';
const period = { rules: { visitAnswerWorkingDays: 3 }, calendars: [plainCalendar(2027)] };
const noted = (by: Actor, now = later, over = period) =>
  recordSignatureRefusal(signedByBoth(), { note: '当场拒签' }, over, at(by, now)).next;

describe('a finding', () => {
  it('is recorded by a member of the team on a planned item, with evidence that has passed its check', () => {
    const withPhoto = { ...entry, evidence: [photo.documentId] };
    const { next } = record({ entry: withPhoto });
    expect(next).toMatchObject({ findingId: 'app_1~4.1.2~member', ...withPhoto, version: 0 });
    const changed = record({ entry: { ...entry, text: '补充' }, before: { ...next, version: 3 } }).next;
    expect(changed).toMatchObject({ text: '补充', version: 3 });
  });

  it.each([
    ['by another panel’s assessor', () => record({}, outsider), 'person.role-missing'],
    ['by the office', () => record({}, officer), 'person.role-missing'],
    ['by the applicant', () => record({}, owner), 'person.role-missing'],
    [
      'by a panel member who is not on the team',
      () => record({}, member, onSite({ plan: { ...plan, team: ['leader'], at: '2027-02-20T00:00:00.000Z' } })),
      'on-site.not-on-team',
    ],
    ['before there is a plan', () => record({}, member, onSite({})), 'on-site.plan-missing'],
    [
      'a millisecond before the first day',
      () => record({}, member, onSite(), '2027-02-28T15:59:59.999Z'),
      'on-site.not-begun',
    ],
    ['on what was not planned', () => record({ code: '4.2.2' }), 'on-site.unplanned'],
    [
      'with a file that did not pass its check',
      () => record({ entry: { ...entry, evidence: [photo.documentId] }, documents: [{ ...photo, status: 'awaited' }] }),
      'document.not-checked',
    ],
    [
      'with a file of another visit',
      () => record({ entry: { ...entry, evidence: ['on-site~app_2~doc_9'] } }),
      'document.not-checked',
    ],
    ['once someone has signed', () => record({}, member, sign().next), 'on-site.signed-already'],
  ])('is refused %s', (_, command, code) => {
    expect(refusalBy(command)?.code).toBe(code);
  });

  it('may be recorded from the first instant of the first day on', () => {
    expect(refusalBy(() => record({}, member, onSite(), '2027-02-28T16:00:00.000Z'))).toBeUndefined();
  });

  it('of a member who stepped down does not count, nor is their signature waited for', () => {
    const left = declareConflict(onSite(), { ground: 'kin', statement: '亲属' }, [], at(member)).application.next;
    expect(countedFindings(left, all).map((f) => f.personId)).toEqual(['leader']);
    const again = [...all, aFinding('4.1.2', 'leader')];
    expect(isSigned(sign(left, again).next)).toBe(true);
  });

  it('and its evidence are not the applicant’s to read', () => {
    expect(refusalBy(() => refuseUnlessReadable(owner, photo, onSite()))?.code).toBe('record.not-found');
    for (const reader of [officer, leader])
      expect(refusalBy(() => refuseUnlessReadable(reader, photo, onSite()))).toBeUndefined();
    expect(refusalBy(() => refuseUnlessReadable(outsider, photo, onSite()))?.code).toBe('record.not-found');
  });
});

describe('the signatures', () => {
  it('of the team wait for a finding on every planned item', () => {
    expect(refusalBy(() => sign(onSite(), all.slice(0, 1)))).toEqual({
      code: 'on-site.findings-missing',
      detail: { items: ['A12(3)'] },
    });
    expect(sign().events[0]?.type).toBe('findingsSignedByOne');
    expect(sign(sign().next, all, member).events[0]?.type).toBe('findingsSigned');
    expect(refusalBy(() => sign(sign().next))?.code).toBe('on-site.signed-already');
    expect(refusalBy(() => sign(onSite(), all, outsider))?.code).toBe('person.role-missing');
  });

  it('of the applicant comes after the team’s, with a statement or without', () => {
    const answer = { decision: 'signed', statement: '第 2 项补充说明' } as const;
    expect(refusalBy(() => answerFindings(sign().next, answer, at(owner)))?.code).toBe('on-site.team-unsigned');
    const { next } = answerFindings(signedByBoth(), answer, at(owner));
    expect(next.onSite?.applicantAnswer).toMatchObject({ ...answer, by: 'owner' });
    expect(refusalBy(() => answerFindings(next, answer, at(owner)))?.code).toBe('on-site.answered-already');
    for (const other of [officer, leader])
      expect(refusalBy(() => answerFindings(signedByBoth(), answer, at(other)))?.code).toBe('person.not-owner');
  });

  it('may be refused, by the applicant or as the leader or the office records', () => {
    const refused = answerFindings(signedByBoth(), { decision: 'refused', statement: '不同意' }, at(owner)).next;
    expect(refused.onSite?.applicantAnswer?.decision).toBe('refused');
    for (const by of [leader, officer])
      expect(noted(by).onSite?.applicantAnswer).toMatchObject({
        ...{ decision: 'refused', statement: '当场拒签', noted: true, by: by.personId },
      });
    expect(refusalBy(() => noted(member))?.code).toBe('person.role-missing');
  });

  it('is noted as refused only when the applicant’s working days are over, to the millisecond', () => {
    // Signed on Monday the 1st: until Thursday the 4th, 24:00 in Shanghai.
    expect(refusalBy(() => noted(officer, '2027-03-04T15:59:59.999Z'))).toEqual({
      code: 'on-site.answer-not-due',
      detail: { until: '2027-03-04' },
    });
    expect(noted(officer, '2027-03-04T16:00:00.000Z').onSite?.applicantAnswer?.noted).toBe(true);
    const tenDays = { rules: { visitAnswerWorkingDays: 10 }, calendars: [plainCalendar(2027)] };
    expect(refusalBy(() => noted(officer, later, tenDays))?.detail).toEqual({ until: '2027-03-15' });
  });

  it('of the applicant takes the place of a refusal that was noted, once', () => {
    const { next, events } = answerFindings(noted(leader), { decision: 'signed' }, at(owner, later));
    expect(next.onSite?.applicantAnswer).toEqual({ decision: 'signed', by: 'owner', at: later });
    expect(events[0]).toMatchObject({ detail: { decision: 'signed', replaces: 'leader' } });
    expect(refusalBy(() => answerFindings(next, { decision: 'refused' }, at(owner, later)))?.code).toBe(
      'on-site.answered-already',
    );
    const reported = { ...noted(leader), stage: 'Recommendation' as const };
    expect(refusalBy(() => answerFindings(reported, { decision: 'signed' }, at(owner, later)))?.code).toBe(
      'stage.action-unavailable',
    );
  });

  it('is not put under a finding that was written while it was on its way', () => {
    const changed = [
      aFinding('4.1.2', 'member', { at: '2027-03-01T01:00:00.001Z' }),
      aFinding('A12(3)', 'leader', { at: at(leader).now }),
    ];
    expect(refusalBy(() => sign(onSite(), changed))?.code).toBe('on-site.findings-changed');
    expect(refusalBy(() => signFindings(onSite(), changed, at(leader, '2027-03-01T01:00:00.001Z')))).toBeUndefined();
  });
});

describe('what is shown of a visit', () => {
  it('is small: no long texts', () => {
    const long = [aFinding('4.1.2', 'member', { text: '很长'.repeat(2000) }), aFinding('A12(3)', 'leader')];
    const shown = JSON.stringify(visitOf(onSite(), long));
    expect(shown).not.toContain('很长');
    expect(shown.length).toBeLessThan(1000);
  });

  it('to the applicant is the signed findings without points and without names', () => {
    expect(refusalBy(() => recordForApplicant(onSite(), all, owner))?.code).toBe('on-site.team-unsigned');
    const shown = recordForApplicant(signedByBoth(), all, owner);
    expect(shown.items).toHaveLength(2);
    expect(JSON.stringify(shown)).not.toMatch(/leader|member/);
    for (const other of [officer, leader])
      expect(refusalBy(() => recordForApplicant(signedByBoth(), all, other))?.code).toBe('record.not-found');
  });
});
