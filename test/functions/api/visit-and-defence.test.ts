import { CopyObjectCommand, HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordOnSiteFinding } from '#domain/on-site/record-finding';
import { signFindings } from '#domain/on-site/sign';
import { decided } from '#domain/record';
import { at, officer, programmeId, someone } from '#test/build/an-application';
import { inDefence } from '#test/build/defence';
import { onSite, plan } from '#test/build/on-site';
import { aDecision, plainCalendar } from '#test/build/revocation';
import { aProgramme } from '#test/build/winner';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

const s3 = mockClient(S3Client);
let committee: Committee;
const team = ['lead', 'mate'];
beforeAll(async () => {
  Object.assign(process.env, { RECORDS_BUCKET: 'records', STAGING_BUCKET: 'staging' });
  s3.on(CopyObjectCommand).resolves({ VersionId: 'v1' });
  s3.on(HeadObjectCommand).rejects(new NotFound({ message: '', $metadata: {} }));
  committee = await aCommittee(1);
  for (const sub of team) await committee.enrol(sub, { role: 'assessor' });
  await committee.enrol('office-2', { role: 'office' });
  await committee.enrol('applicant');
  const programme = aProgramme({ version: 0, calendars: [plainCalendar(2027)] });
  await committee.deps().programmes.save(decided(at(officer, now), programme, { type: 'arranged' }));
});
afterAll(() => {
  s3.restore();
  return committee.stop();
});

const [leaderId = '', mateId = ''] = team.map(idOf);
const panel = { leaderId, assessorIds: [leaderId, mateId], formedAt: now };
const entry = (text: string) => ({ verdict: 'confirmed', text, evidence: [] }) as const;

/** A visit of today, on one item, whose team has signed the pledge. */
async function aVisit(cycleId: string) {
  const applicationId = `${cycleId}-app`;
  const visit = { ...plan, team: [leaderId, mateId], items: [{ code: '4.1.2' }], at: now };
  const { stage, materialReview, shortlisting } = onSite();
  const given = { applicationId, code: applicationId, ownerId: idOf('applicant'), panel, onSite: { plan: visit } };
  await committee.cycleWith(cycleId, [{ stage, materialReview, shortlisting, ...given }]);
  for (const sub of team) {
    const body = { impartiality: true, confidentiality: true };
    await committee.done(sub, 'signPledge', { params: { cycleId }, body });
  }
  const params = { applicationId };
  return {
    params,
    find: (sub: string, text: string) =>
      committee.call(sub, 'recordOnSiteFinding', { params: { ...params, code: '4.1.2' }, body: entry(text) }),
    sign: (sub: string) => committee.call(sub, 'signFindings', { params }),
    answer: (decision: string) =>
      committee.call('applicant', 'answerFindings', { params, body: { decision, statement: '说明' } }),
    refusal: (sub: string) => committee.call(sub, 'recordSignatureRefusal', { params, body: { note: '未签署' } }),
  };
}

describe('a finding and a signature at once', () => {
  const [lead, mate] = [someone(leaderId, 'assessor'), someone(mateId, 'assessor')];
  /** Both are decided on the same state of the case; which is saved first is the test's. */
  async function decideBoth(cycleId: string) {
    const visit = await aVisit(cycleId);
    await visit.find('mate', '初稿');
    const deps = committee.deps();
    const of = await deps.applications.get(visit.params.applicationId);
    const found = await deps.findings.of(of.applicationId);
    const [before] = found;
    const given = { code: '4.1.2', entry: { ...entry('改稿'), evidence: [] }, before, documents: [] };
    const moment = deps.now();
    return {
      ...visit,
      deps,
      finding: recordOnSiteFinding(of, given, at(mate, moment)),
      signature: signFindings(of, found, at(lead, moment)),
    };
  }

  test('the text does not change under the signature', async () => {
    const { deps, finding, signature, params, find } = await decideBoth('cyc_race1');
    await deps.applications.save(signature);
    await expect(deps.findings.record(finding)).rejects.toMatchObject({ code: 'record.changed' });
    expect((await find('mate', '改稿')).body.code).toBe('on-site.signed-already');
    expect((await deps.findings.of(params.applicationId)).map((f) => f.text)).toEqual(['初稿']);
  });

  test('the signature does not come under a text that is new', async () => {
    const { deps, finding, signature, sign } = await decideBoth('cyc_race2');
    await deps.findings.record(finding);
    await expect(deps.applications.save(signature)).rejects.toMatchObject({ code: 'record.changed' });
    expect((await sign('lead')).status).toBe(201);
  });
});

describe('the applicant’s signature', () => {
  test('is not taken away by a refusal that others note, neither early nor for good', async () => {
    const { find, sign, refusal, answer, params } = await aVisit('cyc_sign');
    await find('mate', '与材料一致');
    for (const sub of team) expect((await sign(sub)).status).toBe(201);
    for (const sub of ['lead', 'office'])
      expect(await refusal(sub)).toMatchObject({ status: 409, body: { code: 'on-site.answer-not-due' } });
    committee.at('2027-03-04T16:00:00.000Z');
    expect((await refusal('office')).status).toBe(201);
    expect((await refusal('lead')).body.code).toBe('on-site.answered-already');
    expect((await answer('signed')).status).toBe(201);
    const shown = await committee.done('applicant', 'showOnSiteRecord', { params });
    expect(shown['answer']).toMatchObject({ decision: 'signed', statement: '说明' });
    expect((await answer('refused')).body.code).toBe('on-site.answered-already');
    committee.at(now);
  });
});

describe('the defender', () => {
  test('is a successor of the senior leader when the office has the paper, which goes into the records', async () => {
    const { stage, materialReview, shortlisting } = inDefence();
    const cycleId = 'cyc_leader';
    const params = { applicationId: `${cycleId}-app` };
    const given = { ...params, ownerId: idOf('applicant'), panel, defence: { scores: [] } };
    await committee.cycleWith(cycleId, [{ stage, materialReview, shortlisting, ...given }]);
    const paper = (documentId: string, more: object = {}) =>
      aDecision({ version: 0, documentId, kind: 'other', name: '任职文件.pdf', ownerId: idOf('office'), ...more });
    const deps = committee.deps();
    for (const document of [paper('doc_new'), paper('doc_await', { status: 'awaited' })])
      await deps.documents.save(decided(at(officer, now), document, { type: 'arranged' }));
    const register = (sub: string, documentId?: string) =>
      committee.call(sub, 'registerDefender', {
        params,
        body: { name: '周新', ...(documentId && { succession: { reason: '原总经理已离任', documentId } }) },
      });
    expect((await register('applicant')).body.code).toBe('defence.not-senior-leader');
    expect((await register('office')).body.code).toBe('person.not-owner');
    for (const sub of ['applicant', 'lead', 'auditor'])
      expect(await register(sub, 'doc_new')).toMatchObject({ status: 403, body: { code: 'person.role-missing' } });
    expect((await register('office', 'doc_unknown')).body.code).toBe('record.not-found');
    expect((await register('office', 'doc_await')).body.code).toBe('document.not-checked');
    expect((await register('office', 'doc_new')).body['defence']).toMatchObject({ defender: '周新' });
    expect((await deps.documents.get('doc_new')).kept).toEqual({
      key: `${programmeId}/${cycleId}/papers/doc_new`,
      versionId: 'v1',
    });
    expect((await register('applicant')).status).toBe(200);
  });
});

describe('a no-show', () => {
  test('is recorded after the slot and annulled by another officer alone', async () => {
    const { sections, stage, materialReview, shortlisting, defence } = inDefence();
    const cycleId = 'cyc_noshow';
    const params = { applicationId: `${cycleId}-app` };
    const slot = { at: now, minutes: 40, room: '市政府 301' };
    await committee.cycleWith(cycleId, [
      { ...params, sections, stage, materialReview, shortlisting, panel, defence: { scores: [], ...defence, slot } },
    ]);
    const note = (sub: string, annul?: boolean) =>
      committee.call(sub, 'recordNoShow', { params, body: { reason: '未到场', ...(annul && { annul }) } });
    expect(await note('office')).toMatchObject({ status: 409, body: { code: 'defence.slot-not-over' } });
    expect((await note('office', true)).body.code).toBe('defence.no-show-missing');
    committee.at('2027-03-01T01:40:00.000Z');
    expect((await note('office')).status).toBe(200);
    expect(await note('office', true)).toMatchObject({ status: 403, body: { code: 'defence.no-show-own' } });
    for (const sub of ['lead', 'auditor', 'administrator']) expect((await note(sub, true)).status).toBe(403);
    expect((await note('office-2', true)).status).toBe(200);
    expect((await committee.call('office', 'beginDefence', { params })).status).toBe(200);
    committee.at(now);
  });
});
