import { afterAll, beforeAll, expect, test } from 'vitest';
import { overseesAttempt } from '#domain/audit/refused-attempt';
import { programmeId, someone } from '#test/build/an-application';
import { idOf } from '#test/functions/api/api';
import type { Intake } from './intake-refusals/intake.ts';
import { anIntake } from './intake-refusals/intake.ts';

interface Page {
  readonly items: { code: string; personId: string; route: string; params?: object; programmeId?: string }[];
  readonly cursor?: string;
}

let intake: Intake;
let applicationId: string;
beforeAll(async () => {
  intake = await anIntake();
  await intake.enrol('auditor', { role: 'auditor' });
  await intake.enrol('overseer', { role: 'auditor', programmeId: '*' });
  applicationId = await intake.application();
  // 23:00 of 1 March in Shanghai, and an hour later.
  intake.at('2027-03-01T15:00:00.000Z');
  const body = { items: ['补'] };
  await intake.call('owner', 'requestCorrection', { params: { applicationId }, body });
  await intake.call('office', 'listCycles', { params: { programmeId: 'another-award' }, query: { limit: 'x' } });
  await intake.call('colleague', 'showApplication', { params: { applicationId: 'app_none' } });
  await intake.call('colleague', 'showApplication', { params: { applicationId } });
  intake.at('2027-03-01T16:00:00.000Z');
  await intake.call('colleague', 'submit', { params: { applicationId } });
});
afterAll(() => intake.end());

const ofDay = async (by: string, day = '2027-03-01', query = {}) =>
  (await intake.done(by, 'readAuditTrail', {
    params: { recordType: 'refusal', recordId: day },
    query,
  })) as unknown as Page;

test('an auditor reads what was refused in their programme on a day of Shanghai, and nothing of another', async () => {
  expect((await ofDay('auditor')).items).toEqual([
    {
      at: expect.stringMatching(/^2027-03-01T15:00/) as string,
      requestId: expect.any(String) as string,
      programmeId,
      route: 'POST /applications/{applicationId}/correction-request',
      personId: idOf('owner'),
      code: 'person.role-missing',
      params: { applicationId },
    },
    expect.objectContaining({ code: 'record.not-found', personId: idOf('colleague'), params: { applicationId } }),
  ]);
  expect((await ofDay('auditor', '2027-03-02')).items.map((r) => r.code)).toEqual(['person.not-owner']);
  expect((await ofDay('auditor', '2027-02-28')).items).toEqual([]);
});

test('who oversees the installation reads all, what was about no record included', async () => {
  const { items } = await ofDay('overseer');
  expect(items.map((r) => r.programmeId)).toEqual([programmeId, 'another-award', undefined, programmeId]);
});

test('page by page, each filled with what the auditor may know', async () => {
  const first = await ofDay('auditor', '2027-03-01', { limit: '1' });
  const second = await ofDay('auditor', '2027-03-01', { limit: '1', cursor: first.cursor });
  expect([first, second].map(({ items }) => items.map((r) => r.code))).toEqual([
    ['person.role-missing'],
    ['record.not-found'],
  ]);
});

test.each(['office', 'admin', 'owner', 'member'])('%s does not read it', async (by) => {
  const params = { recordType: 'refusal', recordId: '2027-03-01' };
  expect(await intake.call(by, 'readAuditTrail', { params })).toMatchObject({ status: 403 });
});

test('what was tried on a case that is closed to the auditor is kept from them', () => {
  const attempt = {
    at: '',
    requestId: '',
    programmeId,
    route: '',
    personId: '',
    code: '',
    params: { applicationId: 'a' },
  };
  const auditor = someone('auditor', 'auditor');
  expect(overseesAttempt(auditor, attempt, new Set())).toBe(true);
  expect(overseesAttempt(auditor, attempt, new Set(['a']))).toBe(false);
});
