import { describe, expect, it } from 'vitest';
import { flagsOf } from '#domain/application/flags';
import { flaggedSummaryOf, summaryOf, asApplicant, applicationFor } from '#domain/application/views';
import { organisationIdentity } from '#domain/application/form';
import { proposeShortlist } from '#domain/ranking/propose-shortlist';
import { applicantView, officeView } from '#functions/api/application/routes';
import { anApplication, officer, owner } from '#test/build/an-application';
import { anOrganisation } from '#test/build/eligibility';
import { inReview, reported } from '#test/build/review';

const codes = (of: Parameters<typeof flagsOf>[0]) => flagsOf(of).map(({ flag }) => flag);

describe('flags of an application (A12, D21)', () => {
  it('are the encouraged groups it declared, and whether it won before', () => {
    const encouraged = anOrganisation({}, { encouragedGroups: ['growingSmallOrMedium', 'privateEnterprise'] });
    expect(codes(encouraged)).toEqual(['privateEnterprise', 'growingSmallOrMedium']);
    expect(codes({ ...encouraged, pastWinner: true })).toEqual([
      'pastWinner',
      'privateEnterprise',
      'growingSmallOrMedium',
    ]);
    expect(codes(anOrganisation({ pastWinner: false }))).toEqual([]);
    expect(codes(anApplication({ kind: 'individual', pastWinner: true }))).toEqual(['pastWinner']);
  });

  it('are read in Chinese first, and stand in the office’s list and case', () => {
    const of = anOrganisation({ pastWinner: true });
    expect(flaggedSummaryOf(of).flags).toEqual([
      { flag: 'pastWinner', zh: '往届获奖者', en: 'Won in an earlier cycle' },
    ]);
    expect(officeView.parse(applicationFor(officer, of))).toMatchObject({ flags: [{ flag: 'pastWinner' }] });
  });

  it('are the office’s: an applicant is shown none, neither in the case nor in a list', () => {
    const of = anOrganisation({ pastWinner: true });
    expect(applicantView.parse(asApplicant(of, owner))).not.toHaveProperty('flags');
    expect(summaryOf(of)).not.toHaveProperty('flags');
  });

  it('name groups that there are', () => {
    const groups = organisationIdentity.shape.encouragedGroups;
    expect(groups.safeParse(['privateEnterprise']).success).toBe(true);
    expect(groups.safeParse(undefined).success).toBe(true);
    expect(groups.safeParse(['stateOwned']).success).toBe(false);
  });

  it('have no effect on who is proposed', () => {
    const [a, b] = [501_000, 500_000].map((score, i) =>
      inReview({ applicationId: `app_${i}`, materialReview: reported(score) }),
    );
    if (!a || !b) throw new Error('two applications');
    const proposed = (flagged: boolean) =>
      proposeShortlist(
        [
          a,
          {
            ...b,
            pastWinner: flagged,
            sections: anOrganisation({}, { encouragedGroups: flagged ? ['privateEnterprise'] : [] }).sections,
          },
        ],
        {
          mode: 'rank',
          organisations: 1,
          individuals: 0,
        },
      ).map((p) => [p.application.applicationId, p.rank, p.proposed]);
    expect(proposed(true)).toEqual(proposed(false));
  });
});
