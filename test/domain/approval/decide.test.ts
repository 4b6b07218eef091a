import { describe, expect, it } from 'vitest';
import type { Application } from '#domain/application/application';
import type { GovernmentDecision } from '#domain/approval/decide';
import { recordGovernmentDecision } from '#domain/approval/decide';
import type { Submission } from '#domain/approval/submission';
import type { Document } from '#domain/document/document';
import type { CycleList } from '#domain/list/list';
import { newHead } from '#domain/record';
import { applyList } from '#domain/list/apply';
import { systemActor } from '#domain/actor';
import { at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { chair } from '#test/build/meeting';
import { refusalBy } from '#test/build/refused';
import { refusalOf } from '#test/build/refusal';
import { aCycleUnderReview, inReview } from '#test/build/review';

const registrar = someone('registrar', 'registrar');
const now = '2027-06-10T15:59:59.999Z';
const cycle = aCycleUnderReview();
const awaiting = (applicationId: string, given: Partial<Application> = {}) =>
  inReview({
    applicationId,
    stage: 'GovernmentApproval',
    awarding: { award: 'qualityAward', meetingId: 'mtg_1', votedAt: now },
    ...given,
  });
const signed = (given: Partial<Document> = {}): Document => ({
  ...newHead(programmeId),
  version: 1,
  documentId: 'doc_1',
  parent: `programme:${programmeId}`,
  ownerId: registrar.personId,
  kind: 'governmentDecision',
  name: '决定.pdf',
  format: 'application/pdf',
  size: 1,
  sha256: 'a'.repeat(64),
  confidential: false,
  status: 'checked',
  stagingKey: 'doc_1',
  ...given,
});
const submitted = (at: string, ...ids: string[]): Submission => ({
  ...newHead(programmeId),
  ...{ submissionId: `sub_${at}`, cycleId: cycle.cycleId, at, by: officer.personId, papers: [] },
  entries: ids.map((applicationId) => ({ applicationId, name: applicationId })),
});
const facts = (given: object = {}) => ({
  ...{ document: signed(), listId: 'lst_1', given: [] as string[], earlier: [] as CycleList[], prefix: 'KM' },
  submissions: [submitted('2027-06-01T01:00:00.000Z', 'a', 'b', 'c')],
  ...given,
});
const all = [
  awaiting('a'),
  awaiting('b', { kind: 'individual' }),
  awaiting('c', { awarding: { award: 'nominationAward', meetingId: 'mtg_1', votedAt: now } }),
];
const decision = (given: Partial<GovernmentDecision> = {}): GovernmentDecision => ({
  number: '昆政发〔2027〕12号',
  date: '2027-06-10',
  approved: ['a', 'b', 'c'],
  reasons: {},
  ...given,
});
const decide = (how = decision(), given: object = {}, actor = registrar) =>
  recordGovernmentDecision(cycle, all, how, facts(given), at(actor, now));

describe('the municipal decision', () => {
  it('gives each that is approved a certificate of its own, and the award', () => {
    const { outcome } = decide();
    expect(outcome.next.entries.map((e) => e.certificateNumber)).toEqual([
      'KM2027-ZL-Z01',
      'KM2027-ZL-G02',
      'KM2027-TM-Z03',
    ]);
    expect(outcome.next.facts.decision).toEqual({
      number: '昆政发〔2027〕12号',
      date: '2027-06-10',
      documentId: 'doc_1',
    });
  });

  it('goes on from the highest number given, not from how many there are', () => {
    const { outcome } = decide(decision(), { given: ['KM2027-ZL-Z02', 'KM2027-TM-G07'] });
    expect(outcome.next.entries[0]?.certificateNumber).toBe('KM2027-ZL-Z08');
  });

  it('may approve a part: the others end, each with its reason', () => {
    const { outcome } = decide(decision({ approved: ['a'], reasons: { b: '材料存疑', c: '暂缓' } }));
    expect(outcome.next.entries.map((e) => [e.outcome, e.reason])).toEqual([
      ['in', '市政府审定:昆政发〔2027〕12号'],
      ['out', '材料存疑'],
      ['out', '暂缓'],
    ]);
    expect(refusalBy(() => decide(decision({ approved: ['a'], reasons: { b: '材料存疑' } })))).toMatchObject({
      code: 'approval.reason-missing',
    });
  });

  it('may approve nobody (A4)', () => {
    const reasons = { a: '空缺', b: '空缺', c: '空缺' };
    expect(decide(decision({ approved: [], reasons })).outcome.next.entries.every((e) => e.outcome === 'out')).toBe(
      true,
    );
  });

  it.each([
    ['today', '2027-06-10', 'allowed'],
    ['tomorrow', '2027-06-11', 'approval.date-in-future'],
  ])('may be dated %s', (_, date, expected) => expect(refusalOf(() => decide(decision({ date })))).toBe(expected));

  it.each([
    ['on the day of the submission in Kunming', '2027-06-02', 'allowed'],
    ['the day before', '2027-06-01', 'approval.date-before-submission'],
  ])('may be dated %s', (_, date, expected) => {
    const submissions = [submitted('2027-06-01T16:00:00.000Z', 'a', 'b', 'c')];
    expect(refusalOf(() => decide(decision({ date }), { submissions }))).toBe(expected);
  });

  it.each([
    ['nothing was', []],
    ['one that it approves was not', [submitted('2027-06-01T01:00:00.000Z', 'a', 'b')]],
  ])('is on what was submitted: refused when %s', (_, submissions) => {
    const refused = refusalBy(() =>
      decide(decision({ approved: ['a', 'c'], reasons: { b: '空缺' } }), { submissions }),
    );
    expect(refused?.code).toBe('approval.not-submitted');
    expect(refusalOf(() => decide(decision({ approved: [] }), { submissions: [] }))).toBe('approval.not-submitted');
  });

  it('leaves to the next decision what was not submitted by its date, and asks no reason for it', () => {
    const first = submitted('2027-06-01T01:00:00.000Z', 'a');
    const again = submitted('2027-06-08T01:00:00.000Z', 'a', 'b');
    const decided = (submissions: Submission[], date: string, approved = ['a']) =>
      decide(decision({ approved, date }), { submissions }).outcome.next.entries.map((e) => e.applicationId);
    expect(decided([first], '2027-06-02')).toEqual(['a']);
    expect(decided([again, first], '2027-06-02')).toEqual(['a']);
    expect(decided([again, first], '2027-06-09', ['a', 'b'])).toEqual(['a', 'b']);
    expect(refusalBy(() => decided([again, first], '2027-06-02', ['a', 'b']))).toMatchObject({
      code: 'approval.date-before-submission',
      detail: { submittedOn: '2027-06-08' },
    });
  });

  it('may carry tomorrow’s date one millisecond later, when it is tomorrow in Kunming', () => {
    const next = at(registrar, '2027-06-10T16:00:00.000Z');
    const late = decision({ date: '2027-06-11' });
    expect(refusalOf(() => recordGovernmentDecision(cycle, all, late, facts(), next))).toBe('allowed');
  });

  it.each([
    ['the office', officer],
    ['the chair of the committee', chair],
    ['an administrator', someone('admin', 'administrator')],
    ['an auditor', someone('auditor', 'auditor')],
    ['an applicant', owner],
    [
      'a registrar of another programme',
      { ...registrar, grants: registrar.grants.map((g) => ({ ...g, programmeId: 'other' })) },
    ],
  ])('is not for %s to enter', (_, actor) =>
    expect(refusalOf(() => decide(decision(), {}, actor))).toBe('person.role-missing'),
  );

  it.each([
    ['is missing', undefined],
    ['is not checked yet', signed({ status: 'awaited' })],
    ['is another paper', signed({ kind: 'minutes' })],
    ['is a picture', signed({ format: 'image/png' })],
    ['was brought by the office', signed({ ownerId: officer.personId })],
    ['belongs to another programme', signed({ programmeId: 'other' })],
  ])('needs the signed PDF: refused when it %s', (_, document) =>
    expect(refusalOf(() => decide(decision(), { document }))).toBe('approval.document-missing'),
  );

  it('names only what awaits it, and decides nothing twice', () => {
    expect(refusalOf(() => decide(decision({ approved: ['a', 'x'], reasons: { b: '', c: '' } })))).toBe(
      'approval.wrong-candidates',
    );
    const earlier = [decide().outcome.next];
    expect(refusalOf(() => decide(decision(), { earlier }))).toBe('approval.nothing-to-decide');
  });

  it('is what makes an award of it, and the certificate is the entry’s', () => {
    const list = decide().outcome.next;
    const [entry] = list.entries;
    const awarded = entry && applyList(list, entry, all[0] as Application, at(systemActor, now))?.next;
    expect(awarded).toMatchObject({
      stage: 'Awarded',
      awarding: { certificateNumber: 'KM2027-ZL-Z01', decision: { number: '昆政发〔2027〕12号' } },
    });
  });
});
