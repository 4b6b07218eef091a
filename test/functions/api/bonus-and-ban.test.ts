import { CopyObjectCommand, HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submitToGovernment } from '#domain/approval/submission';
import type { Document } from '#domain/document/document';
import { grantRole, register } from '#domain/programme/person';
import { decided } from '#domain/record';
import { enrolWinner } from '#functions/events/outbox/enrol-winner';
import { idNumberOf, individualForm } from '#local/sample/forms';
import { anApplication, at, officer, programmeId } from '#test/build/an-application';
import { applyWholeList } from '#test/build/apply-whole-list';
import { anIndividual } from '#test/build/eligibility';
import { aDecision, aFile, plainCalendar } from '#test/build/revocation';
import { aCycleUnderReview, inReview } from '#test/build/review';
import { aProgramme } from '#test/build/winner';
import type { Committee } from './committee.ts';
import { aCommittee, idOf, now, recommended } from './committee.ts';

/*
 * Three are awarded: an individual and an organisation the Quality Award, another individual the Nomination Award. The
 * first is paid, loses the award, pays back, and applies again once the government lifts the ban.
 */
const s3 = mockClient(S3Client);
const cycleId = 'cyc_m1';
const identity = { ...individualForm(idNumberOf(7001), '王工').individualIdentity, idKind: 'residentId' as const };
const numbers = { nominated: 'KM2027-TM-G01', organisation: 'KM2027-ZL-Z02', person: 'KM2027-ZL-G03' };
const params = { certificateNumber: numbers.person };
const year2027 = { programmeId, year: 2027 };
let stand: Committee;

const decision = (documentId: string): Document =>
  aDecision({ version: 0, documentId, stagingKey: documentId, ownerId: idOf('registrar') });
const arrange = async (...documents: Document[]) => {
  for (const d of documents) await stand.deps().documents.save(decided(at(officer, now), d, { type: 'arranged' }));
};
const decide = (approved: string[]) => ({
  params: { cycleId },
  body: { number: '昆政发〔2027〕12号', date: '2027-03-01', documentId: 'doc_award', approved, reasons: {} },
});

beforeAll(async () => {
  Object.assign(process.env, { RECORDS_BUCKET: 'records', STAGING_BUCKET: 'staging' });
  s3.on(CopyObjectCommand).resolves({ VersionId: 'v1' });
  s3.on(HeadObjectCommand).rejects(new NotFound({ message: '', $metadata: {} }));
  stand = await aCommittee(3);
  const deps = stand.deps();
  const arranged = at(officer, now);
  const calendars = [2026, 2027, 2028].map(plainCalendar);
  await deps.programmes.save(decided(arranged, aProgramme({ version: 0, calendars }), { type: 'arranged' }));
  for (const [sub, role] of [
    ['office-2', 'office'],
    ['partial', 'office'],
    ['winner', undefined],
    ['stranger', undefined],
  ] as const) {
    const who = { personId: idOf(sub), email: `${sub}@example.com`, name: sub, language: 'zh-CN' } as const;
    const person = register(who, false, arranged, deps.newId);
    await deps.people.save(role ? grantRole(person.next, { programmeId, role }, arranged, deps.newId) : person);
  }
  const awaiting = (award: 'qualityAward' | 'nominationAward') => ({
    stage: 'GovernmentApproval' as const,
    awarding: { award, meetingId: 'mtg_0', votedAt: now },
    ownerId: idOf('winner'),
  });
  const { sections } = anIndividual(identity);
  await stand.cycleWith(
    cycleId,
    [
      recommended('person', { kind: 'individual', sections, ...awaiting('qualityAward') }),
      recommended('nominated', {
        kind: 'individual',
        sections: anIndividual({ idNumber: 'X2', name: '李工' }).sections,
        ...awaiting('nominationAward'),
      }),
      recommended('organisation', { sections: inReview().sections, ...awaiting('qualityAward') }),
    ],
    { bonusYuan: 50_000 },
  );
  const { next } = submitToGovernment(
    aCycleUnderReview({ cycleId }),
    'sub_m1',
    await Array.fromAsync(deps.applications.inStage(cycleId, 'GovernmentApproval')),
    [],
    arranged,
  );
  await deps.submissions.save(decided(arranged, next, { type: 'arranged' }));
  await arrange(decision('doc_award'), decision('doc_revoked'), decision('doc_lifted'));
  await arrange(aFile({ version: 0, documentId: 'doc_evidence', ownerId: idOf('registrar') }));
  const conflict = { personId: idOf('partial'), ground: 'kin', statement: '配偶' };
  await stand.done('office', 'recordConflict', { params: { applicationId: 'person' }, body: conflict });
});
afterAll(() => {
  s3.restore();
  return stand.stop();
});

const proposal = (more: object = {}) => ({
  ...{ year: 2027, amount: 5_000_000, tax: 1_000_000, taxBasis: '偶然所得 20%' },
  ...{ purpose: 'research', purposeText: '质量技术攻关', ...more },
});
const propose = (certificateNumber: string, more?: object, sub = 'office') =>
  stand.call(sub, 'proposeBonus', { params: { certificateNumber }, body: proposal(more) });
const ledger = async () => stand.done('auditor', 'showLedger', { params: year2027 });
const others = ['registrar', 'auditor', 'administrator', 'assessor', 'member-1', 'winner', 'stranger'];

describe('the bonus', () => {
  test('is nobody’s before the decision: there is no winner to propose it for', async () => {
    expect((await propose(numbers.person)).status).toBe(404);
    const ids = ['person', 'nominated', 'organisation'];
    await stand.done('registrar', 'recordGovernmentDecision', decide(ids));
    const deps = stand.deps();
    for await (const list of deps.lists.ofKind(cycleId, 'governmentDecision')) await applyWholeList(list.listId, deps);
    for (const id of ids) await enrolWinner(id, deps);
    const { items } = await stand.done('office', 'listWinners', { params: { programmeId } });
    expect((items as { certificateNumber: string }[]).map((w) => w.certificateNumber).sort()).toEqual(
      Object.values(numbers).sort(),
    );
  });

  test.each([
    ['of an organisation', numbers.organisation, {}, [409, 'bonus.organisation']],
    ['of an organisation, of nothing', numbers.organisation, { amount: 0, tax: 0 }, [409, 'bonus.organisation']],
    ['of the Nomination Award', numbers.nominated, {}, [409, 'bonus.not-for-award']],
    ['of more than the cycle sets', numbers.person, { amount: 5_000_001 }, [400, 'bonus.amount-wrong']],
    ['below nothing', numbers.person, { amount: -1 }, [400, 'request.invalid']],
    ['of half a fen', numbers.person, { amount: 0.5 }, [400, 'request.invalid']],
    ['with a tax below nothing', numbers.person, { tax: -1 }, [400, 'request.invalid']],
    ['taxed beyond its amount', numbers.person, { tax: 5_000_001 }, [400, 'bonus.tax-wrong']],
    ['without a purpose', numbers.person, { purposeText: ' ' }, [400, 'request.invalid']],
    ['for a party', numbers.person, { purpose: 'party' }, [400, 'request.invalid']],
    ['out of a budget from before the decision', numbers.person, { year: 2026 }, [400, 'bonus.year-wrong']],
  ])('%s is refused', async (_, certificateNumber, more, refused) => {
    const { status, body } = await propose(certificateNumber, more);
    expect([status, body.code]).toEqual(refused);
  });

  test.each(others)('%s neither proposes, decides, books nor enters a budget', async (sub) => {
    const calls = [
      propose(numbers.person, {}, sub),
      stand.call(sub, 'decideBonus', { params, body: { approved: true } }),
      stand.call(sub, 'recordBonusPayment', { params, body: { reference: 'TX', on: '2027-03-01' } }),
      stand.call(sub, 'recordBonusReturn', { params, body: { amount: 1, reference: 'TX', on: '2027-03-01' } }),
      stand.call(sub, 'setBudget', { params: year2027, body: { budget: 1, documentNumber: '1' } }),
    ];
    expect((await Promise.all(calls)).map((c) => c.status)).toEqual([403, 403, 403, 403, 403]);
    if (sub === 'auditor') return;
    for (const [name, asked] of [
      ['showLedger', year2027],
      ['listBonuses', { programmeId }],
    ] as const)
      expect((await stand.call(sub, name, { params: asked })).status).toBe(403);
  });

  test('is not there for an officer with a conflict', async () => {
    expect((await propose(numbers.person, {}, 'partial')).status).toBe(404);
    const body = { ground: 'fraud', facts: '-' };
    expect((await stand.call('partial', 'openRevocation', { params, body })).status).toBe(404);
  });

  test('is proposed, approved by another within the budget, and paid less its tax, once', async () => {
    expect(
      (await stand.call('office', 'recordBonusPayment', { params, body: { reference: 'T', on: '2027-03-01' } })).status,
    ).toBe(404);
    const proposed = await propose(numbers.person);
    expect([proposed.status, proposed.body['status']]).toEqual([201, 'proposed']);
    expect((await propose(numbers.person)).body.code).toBe('bonus.proposed-already');
    const paying = (on = '2027-03-01') =>
      stand.call('office', 'recordBonusPayment', { params, body: { reference: 'TX1', on } });
    expect((await paying()).body.code).toBe('bonus.wrong-status');

    const approve = (sub: string) => stand.call(sub, 'decideBonus', { params, body: { approved: true } });
    expect((await approve('office')).body.code).toBe('proposal.same-person');
    expect((await approve('partial')).status).toBe(404);
    expect((await approve('office-2')).body.code).toBe('bonus.over-budget');
    const budget = (sum: number) => ({ params: year2027, body: { budget: sum, documentNumber: '昆财〔2027〕1号' } });
    expect((await stand.call('office', 'setBudget', budget(-1))).body.code).toBe('request.invalid');
    await stand.done('office', 'setBudget', budget(5_000_000));
    expect((await approve('office-2')).body).toMatchObject({ status: 'approved' });
    expect((await approve('office-2')).body.code).toBe('bonus.wrong-status');
    expect((await stand.call('office', 'setBudget', budget(4_999_999))).body.code).toBe('bonus.budget-below-committed');

    expect((await paying('2027-02-28')).body.code).toBe('bonus.date-wrong');
    const answers = await Promise.all([paying(), paying()]);
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(await ledger()).toMatchObject({ budget: 5_000_000, committed: 5_000_000, paid: 5_000_000, recovered: 0 });
    const { items } = await stand.done('auditor', 'listBonuses', { params: { programmeId } });
    expect(items).toMatchObject([
      { purpose: 'research', tax: 1_000_000, payment: { reference: 'TX1', on: '2027-03-01', amount: 4_000_000 } },
    ]);
    expect((await stand.done('partial', 'listBonuses', { params: { programmeId } })).items).toEqual([]);
  });

  test('is shown to the winner without who in the office decided it, and to nobody else', async () => {
    const mine = await stand.done('winner', 'showMyBonus', { params });
    expect(mine).toMatchObject({ status: 'paid', payment: { amount: 4_000_000 } });
    expect(JSON.stringify(mine)).not.toContain(idOf('office'));
    expect((await stand.call('stranger', 'showMyBonus', { params })).body.code).toBe('winner.not-yours');
  });
});

/** From the investigation to the committee's ballot on a day; `meanwhile` happens once it is convened. */
async function decideOn(
  revocationId: string,
  day: string,
  { voters = stand.members, meanwhile = () => Promise.resolve<unknown>(undefined) } = {},
): Promise<string> {
  const of = { params: { revocationId } };
  const documentId = `revocation~${revocationId}~doc_e`;
  await arrange(aFile({ version: 0, documentId, parent: `revocation:${revocationId}`, ownerId: idOf('office') }));
  await stand.done('office', 'concludeInvestigation', { ...of, body: { findings: '属实' } });
  await stand.done('office', 'giveHearingNotice', { ...of, body: { notice: '拟撤销' } });
  await stand.done('winner', 'waiveHearing', { ...of, body: { text: '放弃' } });
  await stand.done('office', 'closeHearing', of);
  const startsAt = `${day}T01:00:00.000Z`;
  const { meetingId, candidates } = await stand.done('office', 'conveneRevocationMeeting', {
    ...of,
    body: { title: '审定', startsAt, place: '会议室', agenda: ['表决'], chairId: idOf('member-1') },
  });
  await meanwhile();
  const there = { params: { meetingId: String(meetingId) } };
  stand.at(startsAt);
  const presiding = { present: stand.members.map(idOf), chairId: idOf(voters[0] ?? '') };
  await stand.done('office', 'recordAttendance', { ...there, body: presiding });
  await stand.done('office', 'openBallot', there);
  const [candidate] = candidates as { applicationId: string }[];
  for (const sub of voters)
    await stand.done(sub, 'castBallot', { ...there, body: { choices: { [candidate?.applicationId ?? '']: 'yes' } } });
  await stand.done(voters[0] ?? '', 'closeBallot', { ...there, body: { minutes: '纪要' } });
  return String(meetingId);
}

const openRevocation = async (certificateNumber: string) => {
  const body = { ground: 'fraud', facts: '举报反映材料虚假。' };
  return String(
    (await stand.done('office', 'openRevocation', { params: { certificateNumber }, body }))['revocationId'],
  );
};

/** From the opening of the case to the government's decision that revokes, on 10 March. */
async function revoke(certificateNumber: string): Promise<string> {
  const revocationId = await openRevocation(certificateNumber);
  await decideOn(revocationId, '2027-03-02');
  stand.at('2027-03-10T01:00:00.000Z');
  await stand.done('registrar', 'recordRevocation', {
    params: { revocationId },
    body: { number: '昆政发〔2027〕30号', date: '2027-03-10', revoke: true, documentId: 'doc_revoked' },
  });
  return revocationId;
}

describe('after a revocation', () => {
  let revocationId: string;
  const returned = (amount: number, more: object = {}) =>
    stand.call('office', 'recordBonusReturn', {
      params,
      body: { amount, reference: 'RX1', on: '2027-03-10', ...more },
    });

  test('the whole of the bonus is owed back, tax included, and is a task of the case', async () => {
    expect((await returned(1)).body.code).toBe('bonus.wrong-status');
    revocationId = await revoke(numbers.person);
    const { tasks } = await stand.done('office', 'showRevocation', { params: { revocationId } });
    expect((tasks as { task: string }[]).map((t) => t.task)).toContain('bonus');
    expect(await stand.done('winner', 'showMyBonus', { params })).toMatchObject({
      ...{ status: 'clawback', clawback: { due: 5_000_000, received: [] } },
    });
    const byHand = { params: { revocationId }, body: { task: 'bonus', reference: 'x' } };
    expect((await stand.call('office', 'recordRecovery', byHand)).body.code).toBe('request.invalid');
  });

  test('it comes back to the fen and no further; with the last of it the task is done', async () => {
    for (const wrong of [0, -1, 0.5]) expect((await returned(wrong)).body.code).toBe('request.invalid');
    expect((await returned(1, { on: '2027-03-11' })).body.code).toBe('bonus.date-wrong');
    expect((await returned(5_000_001)).body.code).toBe('bonus.more-than-due');
    expect((await returned(3_000_000)).body).toMatchObject({ status: 'clawback' });
    const lastTwice = await Promise.all([returned(2_000_000), returned(2_000_000)]);
    expect(lastTwice.map((a) => a.status).sort()).toEqual([200, 409]);
    expect(await ledger()).toMatchObject({ paid: 5_000_000, recovered: 5_000_000 });
    const { tasks } = await stand.done('office', 'showRevocation', { params: { revocationId } });
    expect((tasks as { task: string }[]).find((t) => t.task === 'bonus')).toMatchObject({
      receipt: { reference: 'RX1' },
    });
    expect((await propose(numbers.person)).body.code).toBe('bonus.proposed-already');
  });
});

describe('the ban that followed', () => {
  const banId = () => stand.deps().bans.idOf(programmeId, String(identity.idNumber));
  const lift = (sub: string, more: object = {}) =>
    stand.call(sub, 'liftBan', {
      params: { banId: banId() },
      body: {
        ...{ number: '昆政发〔2027〕41号', date: '2027-03-10', reason: '复核认定情节轻微' },
        ...{ documentId: 'doc_lifted', ...more },
      },
    });
  const identify = () =>
    stand.call('stranger', 'saveSection', {
      params: { applicationId: 'again', section: 'individualIdentity' },
      body: identity,
    });

  test('keeps the person out of the next cycle by their number, whoever fills in the form', async () => {
    const next = { opensAt: '2027-03-01T00:00:00.000Z', closesAt: '2027-12-31T16:00:00.000Z' };
    const cycle = { ...(await stand.deps().cycles.get(cycleId)), ...next, version: 0, cycleId: 'cyc_m2', year: 2032 };
    await stand.deps().cycles.save(decided(at(officer, now), cycle, { type: 'arranged' }));
    const draft = anApplication({
      ...{ applicationId: 'again', cycleId: 'cyc_m2', version: 0 },
      ...{ kind: 'individual', ownerId: idOf('stranger') },
    });
    await stand.deps().applications.save(decided(at(officer, now), draft, { type: 'arranged' }));
    expect((await identify()).body).toMatchObject({ code: 'ban.in-force', detail: { until: '2032-03-10' } });
  });

  test.each(['office', 'auditor', 'administrator', 'member-1', 'assessor', 'winner', 'stranger'])(
    'is not %s’s to lift',
    async (sub) => {
      expect((await lift(sub)).status).toBe(403);
      expect((await identify()).body.code).toBe('ban.in-force');
    },
  );

  test.each([
    ['a decision of tomorrow', { date: '2027-03-11' }, 'approval.date-in-future'],
    ['without its reason', { reason: ' ' }, 'request.invalid'],
    ['without its document', { documentId: 'none' }, 'approval.document-missing'],
    ['with evidence for a document', { documentId: 'doc_evidence' }, 'approval.document-missing'],
  ])('is not lifted by %s', async (_, more, code) => expect((await lift('registrar', more)).body.code).toBe(code));

  test('is lifted by the registrar once; from then on the intake takes the person', async () => {
    const lifted = await lift('registrar');
    expect(lifted.body).toMatchObject({ status: 'lifted', lifted: { number: '昆政发〔2027〕41号' } });
    expect(JSON.stringify(lifted.body)).not.toContain(identity.idNumber);
    expect((await identify()).status).toBe(200);
    expect((await lift('registrar')).body.code).toBe('ban.over');
    expect((await stand.done('office', 'listBans', { params: { programmeId } })).items).toMatchObject([
      { status: 'lifted' },
    ]);
    expect(s3.commandCalls(CopyObjectCommand).at(-1)?.args[0].input).toMatchObject({
      ...{ Key: `${programmeId}/decisions/doc_lifted`, ObjectLockLegalHoldStatus: 'ON' },
    });
    const trail = await Array.fromAsync(stand.deps().audit.trail('ban', banId()));
    expect(trail.map((e) => e.type)).toEqual(['banImposed', 'banLifted']);
  });
});

describe('a conflict that is found after the award', () => {
  const declare = (sub: string) =>
    stand.done(sub, 'declareConflict', {
      params: { applicationId: 'nominated' },
      body: { ground: 'employment', statement: '已入职该获奖者单位' },
    });

  test('closes what is decided about the winner to the officer', async () => {
    await stand.enrol('late', { role: 'office' });
    await declare('late');
    const params = { certificateNumber: numbers.nominated };
    const opening = { params, body: { ground: 'fraud', facts: '举报' } };
    expect((await stand.call('late', 'openRevocation', opening)).status).toBe(404);
    expect((await stand.call('late', 'proposeBonus', { params, body: proposal() })).status).toBe(404);
  });

  test('keeps a member from the ballot on the revocation, and from presiding over it', async () => {
    const revocationId = await openRevocation(numbers.nominated);
    const meetingId = await decideOn(revocationId, '2027-03-20', {
      voters: ['member-2', 'member-3'],
      meanwhile: () => declare('member-1'),
    });
    const { recusals, counts } = await stand.deps().meetings.get(meetingId);
    expect(recusals).toMatchObject([{ personId: idOf('member-1'), applicationId: 'nominated', by: 'system' }]);
    expect(counts).toMatchObject([{ yes: 2, base: 2 }]);
  });
});
