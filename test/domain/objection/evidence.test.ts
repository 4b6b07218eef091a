import { describe, expect, test } from 'vitest';
import { publicActor } from '#domain/actor';
import { mayReadPaper, refuseUnlessReadable } from '#domain/document/access';
import type { Document } from '#domain/document/document';
import { knowsObjector, refuseUnlessCode, refuseUnlessKnown } from '#domain/objection/access';
import { bounds, declareEvidence } from '#domain/objection/evidence';
import { newHead } from '#domain/record';
import { anApplication, at, programmeId, someone } from '#test/build/an-application';
import { anObjection } from '#test/build/notice';
import { refusalOf } from '#test/build/refusal';

const megabyte = 1024 * 1024;
const pdf = (size = megabyte) => ({
  name: '照片.pdf',
  format: 'application/pdf' as const,
  size,
  sha256: 'a'.repeat(64),
});
const declare = (given = anObjection(), size = megabyte, present: Document[] = []) =>
  declareEvidence(given, pdf(size), present, 'doc_1', at(publicActor)).next;
const files = (count: number, size = 1): Document[] =>
  Array.from({ length: count }, () => ({ ...declare(), size, status: 'rejected' as const }));

describe('evidence', () => {
  test('belongs to its objection and is confidential', () =>
    expect(declare()).toMatchObject({
      parent: 'objection:obj_1',
      documentId: 'objection~obj_1~doc_1',
      kind: 'objectionEvidence',
      confidential: true,
      ownerId: 'public',
    }));

  test.each([
    ['the last file', anObjection(), 1, files(bounds.files - 1), 'allowed'],
    ['one file too many, though the others failed', anObjection(), 1, files(bounds.files), 'objection.evidence-full'],
    ['the last byte', anObjection(), 1, files(1, bounds.megabytes * megabyte - 1), 'allowed'],
    ['one byte too many', anObjection(), 1, files(1, bounds.megabytes * megabyte), 'objection.evidence-full'],
    ['a lead', anObjection({ status: 'lead' }), 1, [], 'allowed'],
    ['a closed case', anObjection({ status: 'dismissed' }), 1, [], 'objection.evidence-closed'],
  ])('%s: %s', (_, of, size, present, code) => expect(refusalOf(() => declare(of, size, present))).toBe(code));

  test.each(['office', 'registrar', 'auditor', 'assessor', 'committeeMember'] as const)(
    'is no paper that %s reads by the role',
    (role) => {
      const someoneElse = someone('x', role);
      expect(mayReadPaper(someoneElse, declare())).toBe(false);
      expect(refusalOf(() => refuseUnlessReadable(someoneElse, declare(), undefined))).toBe('record.not-found');
    },
  );
});

describe('who objects is known', () => {
  const application = anApplication();
  const knows = (who: ReturnType<typeof someone>, of = anObjection()) =>
    refusalOf(() => refuseUnlessKnown(who, of, application)) === 'allowed';

  test.each([
    ['to the officer who verifies it', someone('investigator', 'office'), true],
    ['to auditors', someone('a', 'auditor'), true],
    ['not to other officers', someone('officer', 'office'), false],
    ['not to the investigator who left the office', someone('investigator'), false],
    ['not to the applicant, whatever their role', someone('owner', 'auditor'), false],
    ['not to the applicant', someone('owner'), false],
    ...(['assessor', 'committeeMember', 'registrar', 'administrator', 'recommendingBody', 'department'] as const).map(
      (role) => [`not to ${role}`, someone('investigator', role), false] as const,
    ),
  ] as const)('%s', (_, who, may) => expect(knows(who)).toBe(may));

  test('in the programme of the objection only', () =>
    expect(knowsObjector(someone('a', 'auditor'), { ...anObjection(), ...newHead(`${programmeId}-2`) })).toBe(false));
});

test.each([
  ['the code', anObjection(), 'hash of the code', 'allowed'],
  ['another code', anObjection(), 'another', 'record.not-found'],
  ['a receipt that does not exist', undefined, 'hash of the code', 'record.not-found'],
])('%s', (_, of, hash, code) => expect(refusalOf(() => refuseUnlessCode(of, hash))).toBe(code));
