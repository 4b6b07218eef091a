import { CopyObjectCommand, HeadObjectCommand, NotFound, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Document } from '#domain/document/document';
import { createProgramme } from '#domain/programme/programme';
import { decided, newHead } from '#domain/record';
import { applyWholeList } from '#test/build/apply-whole-list';
import { enrolWinner } from '#functions/events/outbox/enrol-winner';
import { at, officer, programmeId } from '#test/build/an-application';
import { aNotice, anObjection } from '#test/build/notice';
import { inReview } from '#test/build/review';
import { readPdf } from '#test/build/read-pdf';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now, recommended } from './committee.ts';

const s3 = mockClient(S3Client);
let committee: Committee;
beforeAll(async () => {
  Object.assign(process.env, { RECORDS_BUCKET: 'records', STAGING_BUCKET: 'staging' });
  committee = await aCommittee(3);
  const programme = {
    programmeId,
    name: '奖',
    nameEn: 'Award',
    grantedBy: '市政府',
    legalBasis: '办法',
    certificatePrefix: 'KM',
  };
  await committee.deps().programmes.create(createProgramme(programme, at(officer, now)), []);
  s3.on(PutObjectCommand).resolves({ VersionId: 'v1' });
  s3.on(CopyObjectCommand).resolves({ VersionId: 'v1' });
  s3.on(HeadObjectCommand).rejects(new NotFound({ message: '', $metadata: {} }));
});
afterAll(() => {
  s3.restore();
  return committee.stop();
});

const cycleId = 'cyc_d1';
const named = (applicationId: string, name: string) => {
  const { sections } = inReview();
  const identity = sections.organisationIdentity;
  return recommended(applicationId, {
    sections: {
      ...sections,
      ...(identity && { organisationIdentity: { ...identity, content: { ...identity.content, name } } }),
    },
  });
};
/** What was put into the records since the last look, by the end of its key. */
function filed(ending: string) {
  const puts = s3.commandCalls(PutObjectCommand).map((c) => c.args[0].input);
  return puts.filter((p) => p.Key?.endsWith(ending)).at(-1);
}
const pdfText = () => readPdf(Buffer.from(filed('.pdf')?.Body as Uint8Array)).join('\n');

let meetingId = '';
describe('from the vote to the certificate', () => {
  test('the minutes are printed once the vote is closed: attendance, recusals, tallies, and no choice of anybody', async () => {
    await committee.cycleWith(cycleId, [named('a', '滇池机械'), named('b', '石林制药')]);
    meetingId = await committee.meeting(cycleId);
    const params = { meetingId };
    const body = { applicationId: 'b', reason: '配偶任职于该公司' };
    await committee.done('member-3', 'recordRecusal', { params, body: { ...body } });
    expect((await committee.call('office', 'printMinutes', { params })).body.code).toBe('vote.not-closed');
    await committee.done('office', 'openBallot', { params });
    for (const sub of ['member-1', 'member-2'])
      await committee.done(sub, 'castBallot', { params, body: { choices: { a: 'yes', b: 'yes' } } });
    await committee.done('member-3', 'castBallot', { params, body: { choices: { a: 'abstain' } } });
    await committee.done('member-1', 'closeBallot', { params, body: { minutes: '会议记录正文' } });
    const { papers } = await committee.done('office', 'printMinutes', { params });
    expect(papers).toMatchObject([{ format: 'pdf' }, { format: 'docx' }]);
    expect(JSON.stringify(papers)).not.toContain('records');
    const text = pdfText();
    for (const part of ['member-3', '配偶任职于该公司', '滇池机械', '会议记录正文', '第一会议室'])
      expect(text).toContain(part);
    expect(filed('.pdf')).toMatchObject({
      Bucket: 'records',
      ObjectLockMode: 'GOVERNANCE',
      ContentType: 'application/pdf',
    });
    for (const sub of ['office', 'member-2', 'registrar', 'auditor']) {
      const { url } = await committee.done(sub, 'downloadMinutes', { params: { ...params, format: 'docx' } });
      expect(String(url)).toContain('X-Amz-Expires=600');
    }
    expect(
      (await committee.call('administrator', 'downloadMinutes', { params: { ...params, format: 'pdf' } })).status,
    ).toBe(403);
  });

  const signed: Document = {
    ...newHead(programmeId),
    ...{ documentId: 'programme~p~doc_d1', parent: `programme:${programmeId}`, ownerId: idOf('registrar') },
    ...{ kind: 'governmentDecision', name: '决定.pdf', format: 'application/pdf', size: 1, sha256: 'a'.repeat(64) },
    ...{ confidential: false, status: 'checked', stagingKey: 'doc_d1' },
  };
  const decision = (approved: string[], reasons: object = {}) => ({
    ...{ number: '昆政发〔2027〕12号', date: '2027-03-01', documentId: signed.documentId, approved, reasons },
  });

  test('the package holds list, votes, notice and objections handled, and never who objected', async () => {
    const deps = committee.deps();
    const system = at({ personId: 'system', name: '系统', grants: [] }, now);
    for await (const list of deps.lists.ofKind(cycleId, 'voteResult')) await applyWholeList(list.listId, deps);
    const entries = ['a', 'b'].map((id) => ({ applicationId: id, name: `公示${id}`, kind: 'organisation' as const }));
    const notice = aNotice({ noticeId: 'ntc_d1', cycleId, kind: 'AwardNotice', title: '拟获奖公示' });
    await deps.notices.entries.write('ntc_d1', 0, entries);
    await deps.notices.save(decided(system, notice, { type: 'arranged' }));
    const objection = anObjection({
      ...{
        objectionId: 'obj_d1',
        cycleId,
        noticeId: 'ntc_d1',
        applicationId: 'a',
        name: '匿名不得泄露者',
        status: 'dismissed',
      },
      decision: { findings: '经核实不成立', answer: '', by: 'officer', at: now },
    });
    await deps.objections.save(decided(system, objection, { type: 'arranged' }));
    for (const id of ['a', 'b']) {
      const application = await deps.applications.get(id);
      expect(application.stage).toBe('AwardNotice');
      const notices = { AwardNotice: { noticeId: 'ntc_d1', endsAt: now } };
      const next = { ...application, stage: 'GovernmentApproval' as const, notices };
      await deps.applications.save(decided(system, next, { type: 'arranged' }));
    }
    const params = { cycleId };
    await deps.documents.save(decided(at(officer, now), signed, { type: 'arranged' }));
    const early = await committee.call('registrar', 'recordGovernmentDecision', { params, body: decision(['a', 'b']) });
    expect([early.status, early.body.code, early.body.article]).toEqual([409, 'approval.not-submitted', 'A22']);
    for (const sub of ['member-1', 'registrar', 'administrator', 'auditor'])
      expect((await committee.call(sub, 'submitToGovernment', { params })).status).toBe(403);
    const submitted = await committee.done('office', 'submitToGovernment', { params });
    expect(submitted.entries).toHaveLength(2);
    const text = pdfText();
    for (const part of ['滇池机械', '石林制药', '拟获奖公示', '经核实不成立', '质量奖', '2027-03-09'])
      expect(text).toContain(part);
    expect(text).not.toContain('匿名不得泄露者');
    const submissionId = String(submitted.submissionId);
    for (const sub of ['registrar', 'office', 'auditor'])
      await committee.done(sub, 'downloadSubmission', { params: { submissionId, format: 'pdf' } });
    for (const sub of ['member-1', 'administrator', 'assessor'])
      expect(
        (await committee.call(sub, 'downloadSubmission', { params: { submissionId, format: 'pdf' } })).status,
      ).toBe(403);
  });

  test('the decision is the registrar’s: office, chair, auditor and administrator are refused', async () => {
    for (const sub of ['office', 'member-1', 'auditor', 'administrator', 'assessor']) {
      const refused = await committee.call(sub, 'recordGovernmentDecision', {
        params: { cycleId },
        body: decision(['a', 'b']),
      });
      expect([refused.status, refused.body.code]).toEqual([403, 'person.role-missing']);
    }
    expect((await committee.deps().applications.get('a')).stage).toBe('GovernmentApproval');
  });

  test('entered twice at once it is entered once, and only then there is a winner', async () => {
    const enter = (body: object) =>
      committee.call('registrar', 'recordGovernmentDecision', { params: { cycleId }, body });
    const before = await enter({ ...decision(['a', 'b']), date: '2027-02-28' });
    expect([before.status, before.body.code]).toEqual([400, 'approval.date-before-submission']);
    expect(before.body.detail).toEqual({ submittedOn: '2027-03-01' });
    const { items } = await committee.done('registrar', 'previewGovernmentDecision', { params: { cycleId } });
    expect(items).toMatchObject(['a', 'b'].map((id) => ({ applicationId: id, submittedOn: '2027-03-01' })));
    const silent = await enter(decision(['a']));
    expect(silent.body).toMatchObject({ code: 'approval.reason-missing', detail: { applications: ['石林制药'] } });
    const both = await Promise.all([
      enter(decision(['a'], { b: '材料存疑' })),
      enter(decision(['b'], { a: '另一份决定' })),
    ]);
    expect(both.map((b) => b.status).sort()).toEqual([202, 409]);
    expect(await Array.fromAsync(committee.deps().winners.ofYear(programmeId, 2027))).toEqual([]);
    const deps = committee.deps();
    const lists = await Array.fromAsync(deps.lists.ofKind(cycleId, 'governmentDecision'));
    expect(lists).toHaveLength(1);
    await applyWholeList(lists[0]?.listId ?? '', deps);
    for (const id of ['a', 'b']) await enrolWinner(id, deps);
    const stages = await Promise.all(['a', 'b'].map(async (id) => (await deps.applications.get(id)).stage));
    expect(stages.sort()).toEqual(['Awarded', 'Ended']);
    const winners = await Array.fromAsync(deps.winners.ofYear(programmeId, 2027));
    expect(winners).toMatchObject([{ certificateNumber: 'KM2027-ZL-Z01', awardYear: 2027, status: 'standing' }]);
    expect(s3.commandCalls(CopyObjectCommand)[0]?.args[0].input).toMatchObject({
      Key: `${programmeId}/decisions/${signed.documentId}`,
      ObjectLockMode: 'GOVERNANCE',
    });
    const read = await committee.done('auditor', 'downloadDocument', { params: { documentId: signed.documentId } });
    expect(String(read.url)).toMatch(/records\S*\/decisions\/\S*versionId=v1/);
  });
});
