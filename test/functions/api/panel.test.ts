import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document } from '#domain/document/document';
import { decided, newHead } from '#domain/record';
import { at, officer, programmeId } from '#test/build/an-application';
import { aReceipt } from '#test/build/receipt';
import { aSheet, anEntry } from '#test/build/review';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

let committee: Committee;
beforeAll(async () => void (committee = await aCommittee(1)));
afterAll(() => committee.stop());

/** A case under review by the given, who have all signed the pledge. */
async function underReview(cycleId: string, assessors: readonly string[], given: object = {}) {
  const applicationId = `${cycleId}-app`;
  const [leaderId = '', ...others] = assessors.map(idOf);
  const panel = { leaderId, assessorIds: [leaderId, ...others], formedAt: now };
  await committee.cycleWith(cycleId, [
    { applicationId, code: applicationId, stage: 'MaterialReview', panel, ...given },
  ]);
  for (const sub of assessors)
    await committee.done(sub, 'signPledge', {
      params: { cycleId },
      body: { impartiality: true, confidentiality: true },
    });
  return applicationId;
}

test('an assessor whose role was ended opens no file of the case any more', async () => {
  await committee.enrol('leaving', { role: 'assessor' });
  const documentId = 'application~cyc_p1-app~doc_1';
  const receipt = aReceipt(documentId);
  const applicationId = await underReview('cyc_p1', ['leaving', 'assessor'], { receipt });
  const deps = committee.deps();
  const document: Document = {
    ...{ ...newHead(programmeId), documentId, parent: `application:${applicationId}`, ownerId: 'owner' },
    ...{ kind: 'selfAssessment', name: '自评报告.pdf', format: 'application/pdf', size: 1, sha256: 'a'.repeat(64) },
    ...{ confidential: false, status: 'checked', stagingKey: 'key' },
  };
  await deps.documents.save(decided(at(officer, now), document, { type: 'arranged' }));
  const list = (sub: string) => committee.call(sub, 'listDocuments', { params: { applicationId } });
  const show = (sub: string) => committee.call(sub, 'showDocument', { params: { documentId } });
  expect((await list('leaving')).body['items']).toMatchObject([{ documentId }]);
  expect((await show('leaving')).status).toBe(200);
  const personId = idOf('leaving');
  const { grants } = await deps.people.get(personId);
  for (const { grantId } of grants)
    await committee.done('administrator', 'endGrant', { params: { personId, grantId }, body: { reason: '调离' } });
  for (const refused of [await list('leaving'), await show('leaving')])
    expect(refused).toMatchObject({ status: 404, body: { code: 'record.not-found' } });
  expect((await list('assessor')).status).toBe(200);
});

test('the office replaces an assessor who falls ill after a colleague handed in, with a reason', async () => {
  const subs = ['p-lead', 'p-ill', 'p-third', 'p-fresh'];
  for (const sub of subs) {
    await committee.enrol(sub, { role: 'assessor' });
    const entry = anEntry(idOf(sub), { version: 0, assessorId: `P-${sub}`, name: sub });
    await committee.deps().assessors.save(decided(at(officer, now), entry, { type: 'arranged' }), undefined);
  }
  const applicationId = await underReview('cyc_p2', subs, { panel: undefined });
  const params = { applicationId };
  const seat = (three: readonly string[], more: object = {}) => {
    const [leaderId = '', ...others] = three.map(idOf);
    return committee.call('office', 'formPanel', {
      params,
      body: { leaderId, assessorIds: [leaderId, ...others], ...more },
    });
  };
  expect((await seat(['p-lead', 'p-ill', 'p-third'])).status).toBe(200);
  const deps = committee.deps();
  const sheetOf = async (sub: string) => (await deps.reviews.of(applicationId)).find((s) => s.assessorId === idOf(sub));
  const done = await sheetOf('p-lead');
  if (!done) throw new Error('no sheet');
  const handedIn = { ...done, status: 'handedIn' as const, handedInAt: now };
  await deps.reviews.save(decided(at(officer, now), handedIn, { type: 'arranged' }));

  const substitute = ['p-lead', 'p-third', 'p-fresh'];
  expect((await seat(substitute)).body.code).toBe('panel.sheets-handed-in');
  const ended = (sub: string) => ({ ended: [{ personId: idOf(sub), reason: '因病住院' }] });
  expect((await seat(['p-third', 'p-ill', 'p-fresh'], ended('p-lead'))).body.code).toBe('panel.seat-handed-in');
  expect((await seat(substitute, { ended: [{ personId: idOf('p-ill') }] })).status).toBe(400);
  expect((await seat(substitute, ended('p-ill'))).status).toBe(200);
  expect(await sheetOf('p-ill')).toMatchObject({ status: 'draft', voided: { because: 'leftPanel' } });
  expect(await sheetOf('p-fresh')).toMatchObject({ status: 'draft' });
  expect((await committee.call('p-ill', 'showMaterials', { params })).status).toBe(404);
  expect((await committee.call('p-fresh', 'showMaterials', { params })).status).toBe(200);
});

test('the office is told when an entry of the pool that changes speaks against an open seat', async () => {
  for (const sub of ['d-lead', 'd-mate']) await committee.enrol(sub, { role: 'assessor' });
  const applicationId = await underReview('cyc_p3', ['d-lead', 'd-mate']);
  const deps = committee.deps();
  await deps.reviews.save(
    decided(
      at(officer, now),
      aSheet(idOf('d-mate'), { version: 0, reviewId: `${applicationId}~rev_d`, applicationId, cycleId: 'cyc_p3' }),
      { type: 'arranged' },
    ),
  );
  const params = { programmeId, assessorId: 'P-d' };
  const keep = (employer: string) =>
    committee.done('office', 'keepAssessor', {
      params,
      body: {
        ...{ personId: idOf('d-mate'), name: 'd-mate', industries: [], categories: [] },
        employments: [{ name: employer }],
      },
    });
  const told = async () => {
    const events = await Array.fromAsync(committee.deps().audit.trail('assessor', `${programmeId}~P-d`));
    return events.filter((e) => e.type === 'assessorSeatsInDoubt').map((e) => e.detail?.['doubts']);
  };
  await keep('质量研究院');
  expect(await told()).toEqual([]);
  await keep('昆明某厂');
  const doubt = { applicationId, code: applicationId, because: 'conflict', evidence: '昆明某厂' };
  expect(await told()).toEqual([[doubt]]);
  // Also when whoever keeps the pool must not know of the case.
  await committee.enrol('d-partial', { role: 'office' });
  await committee.done('office', 'recordConflict', {
    params: { applicationId },
    body: { personId: idOf('d-partial'), ground: 'kin', statement: '亲属' },
  });
  const body = { on: '2027-03-01', reason: '退库' };
  const left = await committee.done('d-partial', 'recordExit', { params, body });
  expect(JSON.stringify(left)).not.toContain(applicationId);
  expect((await told()).at(-1)).toEqual([doubt, { applicationId, code: applicationId, because: 'left' }]);
});
