import { programmeId } from '#test/build/an-application';
import type { Document } from '#domain/document/document';
import { anOrganisation } from '#test/build/eligibility';
import type { Attempt, Intake } from './intake.ts';
import { row } from './intake.ts';

const unrecommended = anOrganisation({ recommendation: undefined });

const recommending = async (
  intake: Intake,
  of: typeof unrecommended,
  paper: Partial<Document> = {},
): Promise<Attempt> => ({
  by: 'wuhua',
  route: 'recommend',
  params: { applicationId: await intake.application(of) },
  body: { opinion: '同意推荐。', documentId: await intake.paper('wuhua', { kind: 'recommendation', ...paper }) },
});

const cultivating = (jurisdiction: string, on: string): Attempt => ({
  by: 'wuhua',
  route: 'recordCultivation',
  params: { programmeId },
  body: { jurisdiction, organisation: '滇池机械', kind: 'training', on, description: '培训' },
});

/** Refusals of recommending bodies. */
export const recommendationRows = [
  row('recommendation.given-already', 409, 'A10', 'it was recommended', (intake) =>
    recommending(intake, anOrganisation()),
  ),
  // Ten working days after 31 March 2027 end at 24:00 of 14 April.
  row('recommendation.late', 409, 'A10', 'the time is over, at that very instant', async (intake) => ({
    ...(await recommending(intake, unrecommended)),
    at: '2027-04-14T16:00:00.000Z',
  })),
  row('recommendation.wrong-paper', 400, 'A10', 'the paper is no opinion', (intake) =>
    recommending(intake, unrecommended, { kind: 'other' }),
  ),
  row('recommendation.not-a-pdf', 400, 'A10', 'the opinion is a picture', (intake) =>
    recommending(intake, unrecommended, { format: 'image/png' }),
  ),
  row('recommendation.jurisdiction-unclear', 400, 'A10', 'a body with two does not say which', () => ({
    by: 'two-areas',
    route: 'listRecommendable',
    query: { cycleId: 'cyc_1' },
  })),
  row('cultivation.other-jurisdiction', 403, 'A10', 'it was in another’s', () => cultivating('盘龙区', '2027-02-01')),
  row('cultivation.not-yet', 400, 'A10', 'it will be tomorrow', () => cultivating('五华区', '2027-03-02')),
];
