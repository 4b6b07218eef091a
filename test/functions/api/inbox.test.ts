import { marshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEvent } from '#domain/audit/event';
import type { ExportRecord } from '#domain/export/export';
import { decided, newHead } from '#domain/record';
import { at, officer, programmeId } from '#test/build/an-application';
import { anObjection } from '#test/build/notice';
import { aSheet } from '#test/build/review';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now } from './committee.ts';

let committee: Committee;
const applicationId = 'app_inbox';
const [objectionId, reviewId] = ['obj_inbox', `${applicationId}~rev_1`];
const arranged = at(officer, now);
beforeAll(async () => {
  committee = await aCommittee(1);
  await committee.enrol('reader', { role: 'office' });
  await committee.cycleWith('cyc_inbox', [{ applicationId, stage: 'MaterialReview' }]);
  const deps = committee.deps();
  const objection = { ...anObjection({ objectionId, applicationId }), version: 0 };
  await deps.objections.saveWith(
    {
      objection: decided(arranged, objection, { type: 'arranged' }),
      application: decided(arranged, await deps.applications.get(applicationId), { type: 'arranged' }),
    },
    {},
  );
  const sheet = aSheet(idOf('assessor'), { version: 0, reviewId, applicationId });
  await deps.reviews.save(decided(arranged, sheet, { type: 'arranged' }));
});
afterAll(() => committee.stop());

/** The event is delivered as the stream brings it; there is no mail server here. */
async function deliver(recordType: string, recordId: string, type: string, detail: AuditEvent['detail']) {
  const happened: AuditEvent = {
    ...{ eventId: `evt_${type}`, recordType, recordId, programmeId, sequence: 1, at: now, type },
    ...{ detail, actor: { personId: 'officer', name: '张处长' }, previousHash: '', hash: 'a' },
  };
  const dynamodb = { NewImage: marshall(happened, { removeUndefinedValues: true }), SequenceNumber: '1' };
  await committee.runEvent('deliver-messages', { Records: [{ eventName: 'INSERT', dynamodb }] });
}
const inbox = async () => (await committee.done('reader', 'listMessages', {}))['items'] as { about: object }[];

describe('a conflict that is found later', () => {
  test('closes the messages on every record of the case, and holds back what comes after', async () => {
    const personId = idOf('reader');
    await deliver('objection', objectionId, 'investigatorAssigned', {
      personId,
      noticeTitle: '公示',
      dueOn: '2027-03-10',
    });
    await deliver('review', reviewId, 'reviewHandedIn', { leaderId: personId, assessorId: 'x', code: '2027-Z-1' });
    expect((await inbox()).map((m) => m.about)).toEqual([
      { recordType: 'review', recordId: reviewId },
      { recordType: 'objection', recordId: objectionId },
    ]);
    await committee.done('office', 'recordConflict', {
      params: { applicationId },
      body: { personId, ground: 'kin', statement: '亲属' },
    });
    expect(await inbox()).toEqual([]);
    await deliver('objection', objectionId, 'objectionResponded', { personId, noticeTitle: '公示' });
    await committee.done('office', 'liftConflict', { params: { applicationId, personId }, body: { reason: '同名' } });
    expect(await inbox()).toHaveLength(2);
  });

  test('keeps what was taken of the case out of the register of exports, page by page', async () => {
    const deps = committee.deps();
    for (const [n, of] of [applicationId, undefined, applicationId, undefined].entries()) {
      const record: ExportRecord = {
        ...{ ...newHead(programmeId), exportId: `exp_${n}`, kind: 'dossier', purpose: '核对', status: 'delivered' },
        ...{ by: { personId: 'officer', name: '张处长' }, at: `2027-03-01T0${n + 1}:00:00.000Z`, downloads: [] },
        ...(of && { applicationId: of }),
      };
      await deps.exports.save(decided(arranged, record, { type: 'arranged' }));
    }
    await committee.done('office', 'recordConflict', {
      params: { applicationId },
      body: { personId: idOf('reader'), ground: 'kin', statement: '亲属' },
    });
    const params = { programmeId };
    const page = await committee.done('reader', 'listExports', { params, query: { limit: '2' } });
    expect((page['items'] as { exportId: string }[]).map((e) => e.exportId)).toEqual(['exp_3', 'exp_1']);
  });
});
