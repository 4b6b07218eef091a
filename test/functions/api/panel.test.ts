import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document } from '#domain/document/document';
import { decided, newHead } from '#domain/record';
import { at, officer, programmeId } from '#test/build/an-application';
import { aReceipt } from '#test/build/receipt';
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
