import type { Resolution } from '#domain/resolution/resolution';
import { programmeId } from '#test/build/an-application';
import { aDraft, described, documents } from '#test/build/cycle';
import { anOrganisation } from '#test/build/eligibility';
import { aRevocation } from '#test/build/revocation';
import { aWinner } from '#test/build/winner';
import { idOf } from '../api.ts';
import type { Attempt, Intake } from './intake.ts';
import { row } from './intake.ts';

const drafting = (given: object): Attempt => ({
  by: 'office',
  route: 'draftCycle',
  params: { programmeId },
  body: { ...described(), criteria: {}, ...given },
});

const paper = (number: string) => ({ number, title: '变更公告', text: '现予变更。' });
const applicationsClosed = '2027-04-01T01:00:00.000Z';

/** An amendment of a cycle that is open, by a resolution that says so. */
const amending = async (intake: Intake, changes: object, more: Partial<Attempt> = {}): Promise<Attempt> => ({
  by: 'office',
  route: 'amendCycle',
  params: { cycleId: 'cyc_1' },
  body: {
    resolutionId: await intake.resolution('cycleAmendment'),
    document: paper(intake.nextId('变更')),
    changes,
  },
  ...more,
});

/** A member records a resolution. */
const recording = (body: object): Attempt => ({
  by: 'member',
  route: 'recordResolution',
  params: { programmeId },
  body: { title: '决议', text: '同意。', adoptedOn: '2027-03-01', ...body },
});

/** An amendment by a resolution that says so. */
const resting = async (intake: Intake, resolution: Partial<Resolution>, cycleId = 'cyc_1'): Promise<Attempt> => {
  const amendment = await amending(intake, { rules: { correctionWorkingDays: 6 } });
  const resolutionId = await intake.resolution('cycleAmendment', resolution);
  return { ...amendment, params: { cycleId }, body: { ...amendment.body, resolutionId } };
};

const announcedInFebruary = {
  ...{ publicationId: 'pub_0', number: '公告0号', title: '公告' },
  publishedAt: '2027-02-01T01:00:00.000Z',
};

const ended = (route: 'completeCycle' | 'archiveCycle', cycleId: string, at?: string): Attempt => ({
  by: 'office',
  route,
  params: { cycleId },
  ...(at && { at }),
});

/** Refusals about cycles and the resolutions that their changes rest on. */
export const cycleRows = [
  row('cycle.too-soon', 409, 'A5', 'another cycle was announced a year ago', () => drafting({ year: 2028 })),
  row('cycle.dates-wrong', 400, 'A15', 'applications close before they open', () =>
    drafting({ year: 2032, closesAt: described().opensAt }),
  ),
  row('cycle.incomplete', 409, 'A3', 'the provincial approval is missing', async (intake) => ({
    by: 'office',
    route: 'announceCycle',
    params: { cycleId: await intake.cycle({ ...aDraft(), year: 2037, approvalReference: undefined }) },
    body: documents,
  })),
  row('cycle.already-announced', 409, 'A15', 'it is announced twice', () => ({
    by: 'office',
    route: 'announceCycle',
    params: { cycleId: 'cyc_1' },
    body: documents,
  })),
  row('cycle.not-announced', 409, 'A15', 'a draft is amended', async (intake) =>
    amending(intake, {}, { params: { cycleId: await intake.cycle(aDraft()) } }),
  ),
  row('cycle.not-open', 409, 'A15', 'a draft is handed in before applications open', async (intake) => {
    const cycleId = await intake.cycle({ opensAt: '2027-03-02T16:00:00.000Z' });
    return { by: 'owner', route: 'submit', params: { applicationId: await intake.application({ cycleId }) } };
  }),
  row('cycle.closed', 409, 'A15', 'somebody begins at the very instant of the closing', () => ({
    by: 'owner',
    route: 'beginApplication',
    at: '2027-03-31T16:00:00.000Z',
    params: { cycleId: 'cyc_1' },
    body: { kind: 'organisation' },
  })),
  row('cycle.number-taken', 409, 'A15', 'another document has the number', async (intake) => {
    const cycleId = await intake.cycle();
    const amendment = async (changes: object) => {
      const given = await amending(intake, changes, { params: { cycleId } });
      return { ...given, body: { ...given.body, document: paper('昆质评公告〔2027〕9号') } };
    };
    await intake.done('office', 'amendCycle', await amendment({ rules: { correctionWorkingDays: 6 } }));
    return amendment({ rules: { correctionWorkingDays: 7 } });
  }),
  row('cycle.number-taken', 409, 'A15', 'announcement and circular have one number', async (intake) => ({
    by: 'office',
    route: 'announceCycle',
    params: { cycleId: await intake.cycle({ ...aDraft(), year: 2037 }) },
    body: { ...documents, circular: { ...documents.circular, number: documents.announcement.number } },
  })),
  row('cycle.over', 409, 'A15', 'a completed one is amended', async (intake) =>
    amending(
      intake,
      { rules: { correctionWorkingDays: 6 } },
      { params: { cycleId: await intake.cycle({ status: 'completed' }) } },
    ),
  ),
  row('cycle.never-amended', 409, 'A11', 'the criteria are changed', (intake) =>
    amending(intake, { criteria: { organisation: 'crt_o' } }),
  ),
  row('cycle.nothing-changed', 400, undefined, 'nothing is changed', (intake) => amending(intake, {})),
  row('cycle.opened-already', 409, 'A15', 'the opening is moved though it was', (intake) =>
    amending(intake, { opensAt: '2027-03-05T16:00:00.000Z' }),
  ),
  row('cycle.closed-already', 409, 'A15', 'the closing is moved though it was', (intake) =>
    amending(intake, { closesAt: '2027-04-30T16:00:00.000Z' }, { at: applicationsClosed }),
  ),
  row('cycle.closing-only-later', 400, 'A15', 'the closing is moved to an earlier day', (intake) =>
    amending(intake, { closesAt: '2027-03-30T16:00:00.000Z' }),
  ),
  row('cycle.closing-year', 400, 'A29', 'the closing is moved into another year', (intake) =>
    amending(intake, { closesAt: '2028-01-31T16:00:00.000Z' }),
  ),
  row('cycle.setting-unknown', 400, undefined, 'there is no such setting', (intake) =>
    amending(intake, { rules: { correctionDays: 6 } }),
  ),
  row('cycle.setting-wrong', 400, undefined, 'a setting does not take the value', (intake) =>
    amending(intake, { rules: { correctionWorkingDays: 0 } }),
  ),
  row('cycle.setting-fixed', 409, 'A15', 'what decides about applicants is changed while they apply', (intake) =>
    amending(intake, { rules: { registrationYears: 5 } }),
  ),
  row('cycle.not-closed', 409, 'A15', 'an open one is completed', () => ended('completeCycle', 'cyc_1')),
  row('cycle.cases-under-way', 409, 'A22', 'one is completed in which a case is under way', async (intake) => {
    const cycleId = await intake.cycle();
    await intake.application({ ...anOrganisation(), cycleId });
    return ended('completeCycle', cycleId, applicationsClosed);
  }),
  row('cycle.not-completed', 409, 'A29', 'one is archived that is not completed', () => ended('archiveCycle', 'cyc_1')),
  row('cycle.revocations-under-way', 409, 'A27', 'one of its awards is being revoked', async (intake) => {
    const cycleId = await intake.cycle({ status: 'completed' });
    const certificateNumber = intake.nextId('KM');
    await intake.deps.winners.save(intake.arranged({ ...aWinner({ cycleId, certificateNumber }), version: 0 }));
    const revocationId = intake.nextId('rev');
    const revocation = aRevocation({ revocationId, certificateNumber, applicationId: '' });
    await intake.deps.revocations.save(intake.arranged({ ...revocation, version: 0 }));
    return ended('archiveCycle', cycleId);
  }),
  row('resolution.date-in-future', 400, 'A8', 'a resolution is dated after today', () =>
    recording({ kind: 'majorMatter', adoptedOn: '2027-03-02' }),
  ),
  row(
    'resolution.does-not-say-so',
    409,
    'A8',
    'an amendment rests on a resolution about something else',
    async (intake) => {
      const amendment = await amending(intake, { rules: { correctionWorkingDays: 6 } });
      return { ...amendment, body: { ...amendment.body, resolutionId: await intake.resolution('policyOpinion') } };
    },
  ),
  row('resolution.paper-missing', 400, 'A8', 'one that a command rests on has no signed paper', () =>
    recording({ kind: 'newVote' }),
  ),
  row('resolution.meeting-missing', 400, 'A8', 'one about a ballot is of no meeting', async (intake) => {
    const of = { kind: 'resolution' as const, ownerId: idOf('member') };
    return recording({ kind: 'vacancy', documentId: await intake.document(`programme:${programmeId}`, of) });
  }),
  row('resolution.date-before', 409, 'A8', 'an amendment rests on one from before the announcement', async (intake) =>
    resting(intake, { adoptedOn: '2027-01-31' }, await intake.cycle({ announcement: announcedInFebruary })),
  ),
  row('resolution.own', 403, 'A8', 'an amendment rests on one that the officer recorded', async (intake) =>
    resting(intake, { recordedBy: idOf('office') }),
  ),
  row('resolution.used', 409, 'A8', 'two amendments rest on one resolution', async (intake) => {
    const cycleId = await intake.cycle();
    const amendment = await amending(intake, { rules: { correctionWorkingDays: 6 } }, { params: { cycleId } });
    await intake.done('office', 'amendCycle', amendment);
    const changes = { rules: { correctionWorkingDays: 7 } };
    return { ...amendment, body: { ...amendment.body, document: paper(intake.nextId('变更')), changes } };
  }),
];
