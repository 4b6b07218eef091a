import type { Application } from '#domain/application/application';
import type { Suspension } from '#domain/suspension/suspension';
import { idOf, nobody } from '#test/functions/api/api';
import { anOrganisation, findingsFor } from '#test/build/eligibility';
import type { Attempt, Intake } from './intake.ts';
import { now, row } from './intake.ts';

type Years = Parameters<typeof anOrganisation>[2];

const years = (of: Partial<NonNullable<Years>[number]>): Years =>
  [2024, 2025, 2026].map((year) => ({ year, netProfit: 1, policyLoss: false, ...(year === 2025 && of) }));

const correction = {
  ...{ items: [{ what: '补' }], requestedAt: now, dueOn: '2027-03-09', endsAt: '2027-03-09T16:00:00.000Z' },
};

const asking = async (
  intake: Intake,
  route: Attempt['route'],
  of: Application,
  body: object = {},
  by = 'office',
): Promise<Attempt> => ({ by, route, params: { applicationId: await intake.application(of) }, body });

const passing = (intake: Intake, of: Application, findings: object[] = findingsFor('organisation')) =>
  asking(intake, 'passEligibility', of, { findings });

const confirmed = { confirmed: true, reason: '复核属实' };
const proposedBy = (sub: string) =>
  anOrganisation({ refusalProposal: { article: 'A12(2)', reason: '未建立', by: idOf(sub), at: now } });

/** One finding that excludes, recorded by itself. */
const excluding = async (intake: Intake, item: string, given: object): Promise<Attempt> => ({
  by: 'office',
  route: 'recordFinding',
  params: { applicationId: await intake.application(anOrganisation()), item },
  body: { result: 'present', reason: '查实', source: '应急管理局', documentNumber: '函1号', ...given },
});

/** Refusals of the eligibility review. */
export const eligibilityRows = [
  row('eligibility.correction-used', 409, 'A16', 'a second round is asked for', (intake) =>
    asking(intake, 'requestCorrection', anOrganisation({ correction }), { items: ['再补'] }),
  ),
  row('eligibility.correction-unfit', 400, 'A16', 'a condition of individuals is named to an organisation', (intake) =>
    asking(intake, 'requestCorrection', anOrganisation(), { items: [{ what: '补', condition: 'A14(1)' }] }),
  ),
  row('eligibility.correction-running', 409, 'A16', 'the round is ended before its time', (intake) =>
    asking(intake, 'endCorrection', anOrganisation({ stage: 'Correction', correction })),
  ),
  row('eligibility.recommendation-missing', 409, 'A10', 'nobody recommended it', (intake) =>
    passing(intake, anOrganisation({ recommendation: undefined })),
  ),
  row('eligibility.recommendation-missing', 409, 'A10', 'the body of another jurisdiction recommended it', (intake) =>
    passing(intake, anOrganisation({}, { jurisdiction: '官渡区' })),
  ),
  row('eligibility.findings-missing', 400, 'A16', 'one item was not looked at', (intake) =>
    passing(intake, anOrganisation(), findingsFor('organisation').slice(1)),
  ),
  row('eligibility.findings-unfit', 400, 'A16', 'a condition is said to be absent', (intake) =>
    passing(intake, anOrganisation(), findingsFor('organisation', { 'A12(1)': 'absent' })),
  ),
  row('eligibility.arithmetic-against', 409, 'A12(6)', 'a year ended with a loss', (intake) =>
    passing(intake, anOrganisation({}, {}, years({ netProfit: -1 }))),
  ),
  row('eligibility.policy-loss-undocumented', 400, 'A12(6)', 'a policy loss is accepted without its paper', (intake) =>
    passing(intake, anOrganisation({}, {}, years({ netProfit: -1, policyLoss: true }))),
  ),
  row('eligibility.not-passed', 409, 'A12(2)', 'a condition is not met', (intake) =>
    passing(intake, anOrganisation(), findingsFor('organisation', { 'A12(2)': 'notMet' })),
  ),
  row('eligibility.no-ground', 409, 'A13(3)', 'a refusal is proposed that nothing on record bears out', (intake) =>
    asking(intake, 'proposeRefusal', anOrganisation(), { reason: '听说有事故', article: 'A13(3)' }),
  ),
  row('eligibility.no-ground', 409, 'A10', 'the opinion can still be given', (intake) =>
    asking(intake, 'proposeRefusal', anOrganisation({ recommendation: undefined }), { reason: '无', article: 'A10' }),
  ),
  row('eligibility.no-ground', 409, 'A12(2)', 'what a proposal rested on is gone', (intake) =>
    asking(intake, 'decideRefusal', proposedBy('office-2'), confirmed),
  ),
  row('exclusion.unfit', 400, 'A13(3)', 'a penalty is called an accident’s exclusion', (intake) =>
    excluding(intake, 'A13(3)', { fact: { nature: 'penalty', on: '2026-06-01' } }),
  ),
  row('exclusion.unfit', 400, 'A13', 'anyone checks themselves by a fact that its item does not speak of', () => ({
    by: nobody,
    route: 'selfCheck',
    body: { kind: 'organisation', facts: [{ item: 'A13(3)', nature: 'penalty', on: '2026-06-01' }] },
  })),
  row('exclusion.date-wrong', 400, 'A13(3)', 'the accident is dated tomorrow', (intake) =>
    excluding(intake, 'A13(3)', { fact: { nature: 'accident', on: '2027-03-02' } }),
  ),
  row('exclusion.outside-look-back', 409, 'A13(3)', 'it was a day before the three years', (intake) =>
    excluding(intake, 'A13(3)', { fact: { nature: 'accident', on: '2024-03-30' } }),
  ),
  row('exclusion.undocumented', 400, 'A13(3)', 'there is no paper', (intake) =>
    excluding(intake, 'A13(3)', { fact: { nature: 'accident', on: '2026-06-01' }, documentNumber: undefined }),
  ),
];

const fact: Suspension['facts'][number] = {
  ...{ item: 'A13(3)', on: '2026-06-01', statement: '事故', source: '应急管理局', documentNumber: '函1号' },
  ...{ nature: 'accident', by: 'tax', at: now },
};
const suspended = anOrganisation({ suspensions: [{ facts: [fact] }] });
const reason = { reason: '理由' };

/** Refusals about suspended cases and what takes two officers. */
export const suspensionRows = [
  row('case.suspended', 409, 'A13(3)', 'a suspended case is passed', (intake) => passing(intake, suspended)),
  row('suspension.none', 409, 'A16', 'a case that nothing suspends is lifted', (intake) =>
    asking(intake, 'proposeLifting', anOrganisation(), reason),
  ),
  row('proposal.stands', 409, 'A16', 'another proposal awaits its decision', (intake) =>
    asking(intake, 'proposeRefusal', proposedBy('office-2'), { ...reason, article: 'A12(2)' }),
  ),
  row('proposal.none', 409, 'A16', 'nobody proposed', (intake) =>
    asking(intake, 'decideRefusal', anOrganisation(), confirmed),
  ),
  row('proposal.same-person', 403, 'A16', 'who proposed confirms', (intake) =>
    asking(intake, 'decideRefusal', proposedBy('office'), confirmed),
  ),
  row('proposal.article-unfit', 400, 'A13', 'a suspended case is refused by another article', (intake) =>
    asking(intake, 'proposeRefusal', suspended, { ...reason, article: 'A12(2)' }),
  ),
];
