import type { Application } from '#domain/application/application';
import type { Suspension } from '#domain/suspension/suspension';
import type { Ban } from '#domain/revocation/ban';
import { usualLimits } from '#domain/document/limits';
import { newHead } from '#domain/record';
import { rules } from '#domain/cycle/rules';
import { creditCodeOf, organisationForm, withEvidence } from '#local/sample/forms';
import { programmeId } from '#test/build/an-application';
import { anOrganisation } from '#test/build/eligibility';
import { aWinner } from '#test/build/winner';
import { idOf } from '#test/functions/api/api';
import { aReceipt } from '#test/build/receipt';
import type { Attempt, Intake } from './intake.ts';
import { row } from './intake.ts';

const saved = { version: 1, savedAt: '2027-02-01T00:00:00.000Z', savedBy: 'owner', savedByName: '何丽' };

interface Written {
  readonly creditCode?: string;
  readonly identity?: object;
  readonly fiscalYears?: readonly number[];
  readonly results?: object;
}

/** The form, written in full. */
const form = (
  { creditCode = creditCodeOf(1), identity = {}, fiscalYears = [2024, 2025, 2026], results = {} }: Written,
  files: string[] = [],
) => {
  const { organisationIdentity, conditions, ...rest } = organisationForm(creditCode, '滇池机械', fiscalYears);
  const contents = {
    ...rest,
    organisationIdentity: { ...organisationIdentity, ...identity },
    results: { ...rest.results, ...results },
    conditions: withEvidence(conditions, files),
  };
  const sections = Object.entries(contents).map(([name, content]) => [name, { ...saved, content }]);
  return Object.fromEntries(sections) as Application['sections'];
};

/** A draft with all its sections and files, handed in. */
export async function handedIn(
  intake: Intake,
  written: Written,
  given: Partial<Application> = {},
  by = 'owner',
): Promise<Attempt> {
  const applicationId = await intake.application(given, by);
  const files: string[] = [];
  for (const kind of ['applicationForm', 'selfAssessment', 'evidence', 'creditUndertaking'] as const)
    files.push(await intake.document(`application:${applicationId}`, { kind }));
  const of = await intake.deps.applications.get(applicationId);
  await intake.deps.applications.save(intake.arranged({ ...of, sections: form(written, files) }));
  return { by, route: 'submit', params: { applicationId } };
}

const identity = async (intake: Intake, changed: object): Promise<Attempt> => ({
  by: 'owner',
  route: 'saveSection',
  params: { applicationId: await intake.application(), section: 'organisationIdentity' },
  body: { ...organisationForm(creditCodeOf(2), '滇池机械', []).organisationIdentity, ...changed },
});

const section = async (
  intake: Intake,
  name: string,
  body: object,
  of: Partial<Application> = {},
): Promise<Attempt> => ({
  by: 'owner',
  route: 'saveSection',
  params: { applicationId: await intake.application(of), section: name },
  body,
});

const inviting = async (intake: Intake, email: string, of: Partial<Application> = {}): Promise<Attempt> => ({
  by: 'owner',
  route: 'addMember',
  params: { applicationId: await intake.application(of) },
  body: { email },
});

const members = Array.from({ length: 20 }, (_, i) => ({
  ...{ personId: `per_${i}`, name: '同事', email: `${i}@example.com`, maySubmit: false },
  since: '2027-02-01T00:00:00.000Z',
}));

const ban = (intake: Intake, identifier: string, until: string): Ban => ({
  ...newHead(programmeId),
  banId: intake.deps.bans.idOf(programmeId, identifier),
  ...{ identifier, name: '某厂', from: '2024-03-01', until, revocationIds: ['rev_0'] },
});

const accident: Suspension['facts'][number] = {
  ...{ item: 'A13(3)', nature: 'accident', on: '2026-06-01', statement: '较大事故', source: '应急管理局' },
  ...{ documentNumber: '函1号', by: 'office', at: '2027-03-01T00:00:00.000Z' },
};

/** Refusals about an application, the people who work on it, and bans. */
export const applicationRows = [
  row('application.incomplete', 400, 'A16', 'an empty draft is handed in', async (intake) => ({
    by: 'owner',
    route: 'submit',
    params: { applicationId: await intake.application() },
  })),
  row('application.wrong-section', 400, undefined, 'an individual fills in an organisation’s section', (intake) =>
    section(intake, 'organisationIdentity', {}, { kind: 'individual' }),
  ),
  row('application.section-invalid', 400, undefined, 'a field does not fit', (intake) =>
    section(intake, 'profile', { text: '字'.repeat(3001) }),
  ),
  row('application.section-invalid', 400, undefined, 'a fiscal year is written twice', (intake) =>
    section(intake, 'results', organisationForm(creditCodeOf(1), '滇池机械', [2024, 2025, 2026, 2026]).results),
  ),
  row('application.section-invalid', 400, undefined, 'a condition is declared twice', (intake) =>
    section(intake, 'conditions', { declarations: Array(2).fill({ condition: 'A12(1)', statement: '符合' }) }),
  ),
  row('application.section-invalid', 400, undefined, 'the undertaking is signed tomorrow', (intake) =>
    section(intake, 'undertaking', { truthful: true, signedBy: '刘建国', signedOn: '2027-03-02' }),
  ),
  row('application.section-changed', 409, undefined, 'a colleague saved the section meanwhile', (intake) =>
    section(intake, 'profile', { text: '另一概述' }, { sections: form({}) }),
  ),
  row('application.not-legal-person', 409, 'A12', 'a branch applies', (intake) =>
    identity(intake, { registrationType: 'branch' }),
  ),
  row('application.domicile-elsewhere', 409, 'A12', 'the domicile is in Qujing', (intake) =>
    identity(intake, { domicileDivision: '530302' }),
  ),
  row('application.applied-already', 409, 'A15', 'the applicant hands in another draft', async (intake) => {
    const { params } = await handedIn(intake, { creditCode: creditCodeOf(3) });
    await intake.done('owner', 'submit', { params: params ?? {} });
    return handedIn(intake, { creditCode: creditCodeOf(3) });
  }),
  row('application.registered-too-briefly', 409, 'A12', 'three years are reached a day after the closing', (intake) =>
    handedIn(intake, { identity: { registeredOn: '2024-04-01' } }),
  ),
  row('application.fiscal-years-missing', 400, 'A12', 'a year is not reported', (intake) =>
    handedIn(intake, { fiscalYears: [2023, 2025, 2026] }),
  ),
  row('application.arithmetic-against', 409, 'A12(6)', 'a year ended with a loss', (intake) =>
    handedIn(intake, {
      results: { fiscalYears: [2024, 2025, 2026].map((year) => ({ year, netProfit: -1, policyLoss: false })) },
    }),
  ),
  row('application.extension-too-short', 400, 'A15', 'more time ends before the closing', async (intake) => ({
    by: 'office',
    route: 'extendApplication',
    params: { applicationId: await intake.application() },
    body: { closesAt: '2027-03-31T16:00:00.000Z', reason: '系统故障' },
  })),
  row('application.extension-too-long', 400, 'A15', 'more time has no end', async (intake) => ({
    by: 'office',
    route: 'extendApplication',
    params: { applicationId: await intake.application() },
    body: { closesAt: '2099-12-31T16:00:00.000Z', reason: '系统故障' },
  })),
  row('application.not-withdrawn', 409, 'A15', 'a draft is begun again', async (intake) => ({
    by: 'owner',
    route: 'beginAgain',
    params: { applicationId: await intake.application() },
  })),
  row(
    'application.withdrawn-unresolved',
    409,
    'A13',
    'a case that a late fact suspended is begun again',
    async (intake) => ({
      by: 'owner',
      route: 'beginAgain',
      params: { applicationId: await intake.application({ stage: 'Withdrawn', suspensions: [{ facts: [accident] }] }) },
    }),
  ),
  row(
    'application.applied-already',
    409,
    'A15',
    'what was withdrawn while suspended is applied for afresh',
    async (intake) => {
      const { params = {} } = await handedIn(intake, { creditCode: creditCodeOf(7) });
      await intake.done('owner', 'submit', { params });
      const { by: _, at: __, ...fact } = accident;
      await intake.done('office', 'recordLateFact', { params, body: fact });
      await intake.done('owner', 'withdraw', { params, body: { reason: '另行申报' } });
      return handedIn(intake, { creditCode: creditCodeOf(7) });
    },
  ),
  row('application.begun-again-already', 409, 'A15', 'a withdrawn one is begun again twice', async (intake) => {
    const params = { applicationId: await intake.application({ stage: 'Withdrawn' }) };
    await intake.done('owner', 'beginAgain', { params });
    return { by: 'owner', route: 'beginAgain', params };
  }),
  row('application.past-winner', 409, 'A5', 'a winner applies where the cycle lets none', async (intake) => {
    const cycleId = await intake.cycle({ rules: rules.parse({ pastWinnersMayApply: false }) });
    const identifier = creditCodeOf(4);
    const winner = aWinner({ identifier, certificateNumber: intake.nextId('KM') });
    await intake.deps.winners.save(intake.arranged({ ...winner, version: 0 }));
    return handedIn(intake, { creditCode: identifier }, { cycleId });
  }),
  row('application.not-submitted', 409, 'A15', 'the receipt of a draft is asked for', async (intake) => ({
    by: 'owner',
    route: 'showReceipts',
    params: { applicationId: await intake.application() },
  })),
  row(
    'application.correction-over',
    409,
    'A16',
    'the correction is handed in at the instant it ends',
    async (intake) => {
      const endsAt = '2027-03-05T16:00:00.000Z';
      const correction = { items: [], requestedAt: '2027-02-26T01:00:00.000Z', dueOn: '2027-03-05', endsAt };
      const applicationId = await intake.application({ ...anOrganisation(), stage: 'Correction', correction });
      return { by: 'owner', route: 'submit', at: endsAt, params: { applicationId } };
    },
  ),
  row('member.not-registered', 400, undefined, 'nobody has this address', (intake) =>
    inviting(intake, 'nobody@example.com'),
  ),
  row('member.owner-already', 409, undefined, 'the owner invites themselves', (intake) =>
    inviting(intake, 'owner@example.com'),
  ),
  row('member.duty-conflicts', 409, 'A7', 'a department’s officer is invited', (intake) =>
    inviting(intake, 'tax@example.com'),
  ),
  row('member.duty-conflicts', 409, 'A7', 'an officer begins an application', () => ({
    by: 'office',
    route: 'beginApplication',
    params: { cycleId: 'cyc_1' },
    body: { kind: 'organisation' },
  })),
  row('member.too-many', 413, undefined, 'twenty work on it already', (intake) =>
    inviting(intake, 'colleague@example.com', { members }),
  ),
  row('ban.in-force', 409, 'A27', 'who is banned says who they are, on the last day', async (intake) => {
    const attempt = await identity(intake, { creditCode: creditCodeOf(5) });
    await intake.deps.bans.save(intake.arranged(ban(intake, creditCodeOf(5), '2027-03-01')));
    return attempt;
  }),
  row('ban.over', 409, 'A27', 'a ban that is over is lifted', async (intake) => {
    const over = ban(intake, creditCodeOf(6), '2027-02-28');
    await intake.deps.bans.save(intake.arranged(over));
    return {
      by: 'registrar',
      route: 'liftBan',
      params: { banId: over.banId },
      body: { number: '昆政复1号', date: '2027-03-01', reason: '更正', documentId: await intake.paper('registrar') },
    };
  }),
];

const png = (size: number) => ({ kind: 'evidence', name: '图.png', format: 'image/png', size, sha256: 'a'.repeat(64) });
const megabyte = 1024 * 1024;

/** A file more, where so many of a size are. */
const oneMore = async (
  intake: Intake,
  body: object,
  present: { count: number; size: number },
  of: Partial<Application> = {},
): Promise<Attempt> => {
  const applicationId = await intake.application(of);
  for (let n = 0; n < present.count; n += 1)
    await intake.document(`application:${applicationId}`, { size: present.size });
  return { by: 'owner', route: 'addDocument', params: { applicationId }, body };
};

/** Refusals about files. */
export const documentRows = [
  row('document.too-large', 413, 'A16', 'a picture is over its format’s limit by a byte', (intake) =>
    oneMore(intake, png(10 * megabyte + 1), { count: 0, size: 1 }),
  ),
  row('document.too-large', 413, 'A16', 'a picture is over the limit that its cycle set', async (intake) => {
    const megabytes = { ...usualLimits.megabytes, 'image/png': 2 };
    const cycleId = await intake.cycle({ rules: rules.parse({ fileLimits: { ...usualLimits, megabytes } }) });
    return oneMore(intake, png(2 * megabyte + 1), { count: 0, size: 1 }, { cycleId });
  }),
  row('document.total-exceeded', 413, 'A16', 'all together are over the limit by a byte', (intake) =>
    oneMore(intake, png(1), { count: 10, size: 50 * megabyte }),
  ),
  row('document.too-many', 413, 'A16', 'a hundred are there', (intake) =>
    oneMore(intake, png(1), { count: 100, size: 1 }),
  ),
  row('document.not-checked', 409, undefined, 'a file that has not arrived is opened', async (intake) => {
    const applicationId = await intake.application();
    const documentId = await intake.document(`application:${applicationId}`, { status: 'awaited' });
    return { by: 'owner', route: 'downloadDocument', params: { documentId } };
  }),
  row('document.expired', 409, 'A29', 'an opinion lies in staging no longer', async (intake) => ({
    by: 'wuhua',
    route: 'recommend',
    params: { applicationId: await intake.application(anOrganisation({ recommendation: undefined })) },
    body: {
      opinion: '同意推荐。',
      documentId: await intake.paper('wuhua', { kind: 'recommendation' }, { isGone: true }),
    },
  })),
  row('document.not-removable', 409, 'A29', 'a file is taken back that was handed in', async (intake) => {
    const documentId = await intake.document('application:app_filed');
    const receipt = aReceipt(documentId);
    const of = { ...anOrganisation({ stage: 'Correction', receipt }), applicationId: 'app_filed', version: 0 };
    await intake.deps.applications.save(intake.arranged({ ...of, ownerId: idOf('owner') }));
    return { by: 'owner', route: 'removeDocument', params: { documentId } };
  }),
];
