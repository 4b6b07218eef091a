import { describe, expect, test } from 'vitest';
import {
  dossierFailed,
  dossierMade,
  downloadDossier,
  refuseUnlessExportReader,
  requestDossier,
} from '#domain/dossier/request';
import type { ExportRecord } from '#domain/export/export';
import { anApplication, at, officer, owner, programmeId, someone } from '#test/build/an-application';
import { refusalOf } from '#test/build/refusal';

const auditor = someone('auditor', 'auditor');
const receipt = { number: '2027-Z-1', at: '2027-03-01T00:00:00.000Z', manifestSha256: 'a'.repeat(64), files: [] };
const handedIn = anApplication({ stage: 'EligibilityReview', receipt });
const asked = (who = officer, of = handedIn, earlier: ExportRecord[] = [], now?: string) =>
  requestDossier(of, { exportId: 'exp_1', purpose: '归档', earlier }, at(who, now)).next;

describe('who may ask for a dossier (A29)', () => {
  test.each([
    ['the office', officer, 'dossier'],
    ['an auditor', auditor, 'dossier'],
    ['the applicant', owner, 'applicantDossier'],
  ] as const)('%s gets one of its own kind', (_, who, kind) => expect(asked(who).kind).toBe(kind));

  test.each(['recommendingBody', 'department', 'assessor', 'committeeMember', 'registrar', 'administrator'] as const)(
    'a %s does not learn that there is an application',
    (role) => expect(refusalOf(() => asked(someone('x', role)))).toBe('record.not-found'),
  );

  test.each([
    ['the office, of a draft', officer, 'record.not-found'],
    ['the applicant, of a draft', owner, 'dossier.nothing-handed-in'],
  ] as const)('%s: %s', (_, who, expected) => expect(refusalOf(() => asked(who, anApplication()))).toBe(expected));

  test('an office of another programme is a stranger', () => {
    const other = someone('x', 'office');
    const elsewhere = { ...other, grants: other.grants.map((g) => ({ ...g, programmeId: 'other' })) };
    expect(refusalOf(() => asked(elsewhere))).toBe('record.not-found');
  });
});

test('who waits for a dossier does not ask for another; after an hour they may, and others may at once', () => {
  const earlier = [asked(officer, handedIn, [], '2027-03-01T01:00:00.000Z')];
  const again = (who: typeof officer, now: string) => refusalOf(() => asked(who, handedIn, earlier, now));
  expect(again(officer, '2027-03-01T01:59:59.999Z')).toBe('dossier.in-preparation');
  expect(again(officer, '2027-03-01T02:00:00.000Z')).toBe('allowed');
  expect(again(auditor, '2027-03-01T01:00:00.001Z')).toBe('allowed');
});

describe('a dossier that was made', () => {
  const made = {
    ...{ key: 'exports/exp_1.zip', size: 1, entries: 1, at: '2027-03-01T01:00:00.000Z' },
    ...{ sha256: 'b'.repeat(64), manifestSha256: 'c'.repeat(64) },
  };
  const ready = (who = officer) => dossierMade(asked(who), made, at(officer)).next;

  test('lies ready for seven days, to the millisecond, and every download is entered', () => {
    const download = (now: string) => downloadDossier(ready(), handedIn, at(auditor, now));
    expect(download('2027-03-08T00:59:59.999Z').outcome.next.downloads).toMatchObject([{ personId: 'auditor' }]);
    expect(refusalOf(() => download('2027-03-08T01:00:00.000Z'))).toBe('dossier.gone');
  });

  test.each([
    ['the whole', officer, officer, 'allowed'],
    ['the whole', officer, owner, 'record.not-found'],
    ['the applicant’s', owner, owner, 'allowed'],
    ['the applicant’s', owner, officer, 'record.not-found'],
    ['the whole', officer, someone('x', 'administrator'), 'record.not-found'],
  ])('%s is downloaded by whom it is for', (_, by, who, expected) =>
    expect(refusalOf(() => downloadDossier(ready(by), handedIn, at(who)))).toBe(expected),
  );

  test('is in the register for office and auditors; the applicant sees their own', () => {
    const sees = (of: ExportRecord, who: typeof officer) =>
      refusalOf(() => refuseUnlessExportReader(of, handedIn, who)) === 'allowed';
    expect([sees(ready(), officer), sees(ready(), auditor), sees(ready(), owner)]).toEqual([true, true, false]);
    expect([sees(ready(owner), owner), sees(ready(owner), someone('x', 'assessor'))]).toEqual([true, false]);
  });

  test('does not become one that failed; one in preparation does, and is not downloaded', () => {
    expect(dossierFailed(ready(), at(officer))).toBeUndefined();
    const failed = dossierFailed(asked(), at(officer))?.next as ExportRecord;
    expect(failed).toMatchObject({ status: 'failed', programmeId });
    expect(refusalOf(() => downloadDossier(failed, handedIn, at(officer)))).toBe('dossier.not-ready');
  });
});
