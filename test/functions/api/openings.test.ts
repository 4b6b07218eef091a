import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document } from '#domain/document/document';
import { grantRole, register } from '#domain/programme/person';
import { decided } from '#domain/record';
import { at, officer, programmeId } from '#test/build/an-application';
import { anObjection } from '#test/build/notice';
import { aReceipt } from '#test/build/receipt';
import { aFile } from '#test/build/revocation';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now, recommended } from './committee.ts';

let stand: Committee;
const applicationId = 'opened';
const file = (parent: string, given: Partial<Document> = {}): Document => {
  const documentId = `${parent.replace(':', '~')}~doc_1`;
  return aFile({ version: 0, documentId, parent, ownerId: idOf('applicant'), kind: 'evidence', ...given });
};
const application = file(`application:${applicationId}`, { name: '李娜身份证.pdf' });
const objection = file('objection:obj_o1', { kind: 'objectionEvidence', ownerId: 'public' });

beforeAll(async () => {
  Object.assign(process.env, { RECORDS_BUCKET: 'records', STAGING_BUCKET: 'staging' });
  stand = await aCommittee(1);
  const deps = stand.deps();
  const arranged = at(officer, now);
  for (const [sub, role] of [
    ['partial', 'office'],
    ['applicant', undefined],
  ] as const) {
    const who = { personId: idOf(sub), email: `${sub}@example.com`, name: sub, language: 'zh-CN' } as const;
    const person = register(who, false, arranged, deps.newId);
    await deps.people.save(role ? grantRole(person.next, { programmeId, role }, arranged, deps.newId) : person);
  }
  const ownerId = idOf('applicant');
  await stand.cycleWith('cyc_o1', [
    recommended(applicationId, { ownerId, stage: 'GovernmentApproval', receipt: aReceipt(application.documentId) }),
  ]);
  const conflict = { personId: idOf('partial'), ground: 'kin', statement: '配偶' };
  await stand.done('office', 'recordConflict', { params: { applicationId }, body: conflict });
  for (const d of [application, objection]) await deps.documents.save(decided(arranged, d, { type: 'arranged' }));
  const investigator = { personId: idOf('office'), name: 'office', by: idOf('partial'), at: now };
  const of = anObjection({ objectionId: 'obj_o1', cycleId: 'cyc_o1', applicationId, investigator, kept: [] });
  await deps.objections.save(decided(arranged, of, { type: 'arranged' }));
});
afterAll(() => stand.stop());

const openings = async (recordId: string) => {
  const { events } = await stand.done('auditor', 'readAuditTrail', { params: { recordType: 'document', recordId } });
  return (events as { type: string; actor: { personId: string }; at: string }[])
    .filter((e) => e.type !== 'arranged')
    .map((e) => [e.type, e.actor.personId, e.at.slice(0, 10)]);
};
const registered = async (sub: string) =>
  (await stand.done(sub, 'listExports', { params: { programmeId } })).items as Record<string, unknown>[];

test('who of the staff opens an applicant’s file stands in its trail and in the register; the applicant does not', async () => {
  const { documentId } = application;
  const open = (sub: string) => stand.done(sub, 'downloadDocument', { params: { documentId } });
  for (const sub of ['applicant', 'office', 'auditor']) await open(sub);
  await Promise.all([open('office'), open('auditor')]);
  const trail = await openings(documentId);
  expect(trail.slice(0, 2)).toEqual([
    ['documentOpened', idOf('office'), '2027-03-01'],
    ['documentOpened', idOf('auditor'), '2027-03-01'],
  ]);
  expect(trail).toHaveLength(4);

  const entries = await registered('auditor');
  expect(entries).toHaveLength(4);
  expect(entries.at(-1)).toMatchObject({
    ...{ kind: 'file', applicationId, document: { documentId, kind: 'evidence' } },
    ...{ by: { personId: idOf('office') }, downloads: [{ personId: idOf('office') }] },
  });
  expect(JSON.stringify(entries)).not.toContain('李娜');
  expect(await registered('partial')).toEqual([]);
  expect((await stand.call('partial', 'downloadDocument', { params: { documentId } })).status).toBe(404);
  expect(await registered('auditor')).toHaveLength(4);
});

test('of an objection’s evidence the trail alone tells: the register would name the case and who investigates', async () => {
  const { documentId } = objection;
  const params = { objectionId: 'obj_o1', documentId };
  const before = (await registered('auditor')).length;
  await stand.done('office', 'downloadObjectionEvidence', { params });
  expect(await openings(documentId)).toEqual([['documentOpened', idOf('office'), '2027-03-01']]);
  expect(await registered('auditor')).toHaveLength(before);
});

test('single files do not stand in the way of whoever asks for the dossier', async () => {
  expect(await stand.deps().exports.latestOf(applicationId)).toEqual([]);
});
