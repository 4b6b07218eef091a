import { GetObjectRetentionCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { papersOf } from '#domain/document/papers';
import { newHead } from '#domain/record';
import { retainUntil } from '#domain/retention/kept-until';
import { programmeId } from '#test/build/an-application';
import { aCycle, anOrganisation } from '#test/build/eligibility';
import type { Intake } from './intake-refusals/intake.ts';
import { anIntake } from './intake-refusals/intake.ts';

let intake: Intake;
beforeAll(async () => void (intake = await anIntake()));
afterAll(() => intake.end());

/** A letter to the tax office on an application of its own. */
async function aLetter(): Promise<string> {
  const letterId = intake.nextId('ltr');
  const asked = {
    ...{ departmentCode: 'tax', letterId, letterNumber: '昆质评函1号', question: '有无违法?' },
    ...{ sentAt: '2027-02-10T00:00:00.000Z', dueOn: '2027-03-20' },
  };
  const applicationId = await intake.application(anOrganisation({ stage: 'Consultation', consultations: [asked] }));
  const on = { subjects: [{ applicationId, name: '滇池机械' }], open: [applicationId] };
  await intake.deps.letters.save(intake.arranged({ ...newHead(programmeId), cycleId: 'cyc_1', ...asked, ...on }));
  return applicationId;
}

/** Each decision that names a paper, with the one who brings it. */
const decisions = {
  recommend: async (documentId: string) => {
    const applicationId = await intake.application(anOrganisation({ recommendation: undefined }));
    const body = { opinion: '同意推荐。', documentId };
    return { applicationId, ...(await intake.call('wuhua', 'recommend', { params: { applicationId }, body })) };
  },
  answerConsultation: async (documentId: string) => {
    const applicationId = await aLetter();
    const body = { verdict: 'noObjection', facts: '无。', documentId };
    const params = { applicationId, departmentCode: 'tax' };
    return { applicationId, ...(await intake.call('tax', 'answerConsultation', { params, body })) };
  },
  recordFinding: async (documentId: string) => {
    const applicationId = await intake.application(anOrganisation({ stage: 'EligibilityReview' }));
    const body = { result: 'met', reason: '核对无误', documentIds: [documentId] };
    const params = { applicationId, item: 'A12(1)' };
    return { applicationId, ...(await intake.call('office', 'recordFinding', { params, body })) };
  },
};
const bringers = { recommend: 'wuhua', answerConsultation: 'tax', recordFinding: 'office' } as const;

describe.each(Object.keys(decisions) as (keyof typeof decisions)[])('a paper that %s names', (name) => {
  test('lies locked in the records with the case, is not removable any more, and is read from there (A29)', async () => {
    const by = bringers[name];
    const documentId = await intake.paper(by, { kind: 'recommendation' });
    const { status, applicationId } = await decisions[name](documentId);
    expect(status).toBe(200);
    expect(papersOf(await intake.deps.applications.get(applicationId))).toEqual([documentId]);
    const { kept } = await intake.deps.documents.get(documentId);
    const at = { Bucket: 'records', Key: kept?.key, VersionId: kept?.versionId };
    const { Retention } = await intake.s3.send(new GetObjectRetentionCommand(at));
    expect(Retention?.RetainUntilDate?.toISOString().slice(0, 10)).toBe(retainUntil(aCycle()));
    expect((await intake.s3.send(new HeadObjectCommand(at))).ContentLength).toBeGreaterThan(0);
    expect(await intake.call(by, 'removeDocument', { params: { documentId } })).toMatchObject({
      status: 409,
      body: { code: 'document.not-removable' },
    });
    const { body } = await intake.call('office', 'downloadDocument', { params: { documentId } });
    expect(String(body.url)).toContain('/records/');
  });
});

test.each([
  ['another applicant’s file', () => intake.document('application:app_other')],
  ['a paper of a case that is read by way of it alone', () => intake.document('objection:obj_1')],
  ['a paper that does not exist', () => Promise.resolve('programme~none~doc_0')],
])('a finding rests on no %s', async (_, paper) => {
  const applicationId = await intake.application(anOrganisation({ stage: 'EligibilityReview' }));
  const params = { applicationId, item: 'A12(1)' };
  const body = { result: 'met', reason: '核对无误', documentIds: [await paper()] };
  expect(await intake.call('office', 'recordFinding', { params, body })).toMatchObject({
    status: 404,
    body: { code: 'record.not-found' },
  });
});
