import type { Application } from '#domain/application/application';
import type { CycleList } from '#domain/list/list';
import { fixRecommendedList } from '#domain/ranking/recommended-list';
import { fixShortlist } from '#domain/ranking/shortlist';
import type { StoredCase } from '#domain/recomputation/recompute-case';
import type { Review } from '#domain/review/review';
import { meanInSteps, scoreMilli } from '#domain/review/score';
import { at, officer } from './an-application.ts';
import { aCycleUnderReview, criteria, filled, handedIn, inReview } from './review.ts';

const reportedAt = '2027-02-25T00:00:00.000Z';
const visitedAt = '2027-03-05T00:00:00.000Z';
export const listedAt = '2027-03-10T00:00:00.000Z';

/** Two assessors' percentages for every item, their defence points, and the percentage of every item on site. */
interface Given {
  readonly sheets: readonly [number, number];
  readonly defence: readonly [number, number];
  readonly onSite: number;
}

/** A case of which every number comes from its sheets. */
export function aCountedCase(applicationId: string, { sheets: percentages, defence, onSite }: Given): StoredCase {
  const assessors = ['leader', 'member'] as const;
  const sheets = assessors.map((assessorId, i): Review => ({
    ...handedIn(assessorId, filled(percentages[i])),
    applicationId,
    reviewId: `${applicationId}~${assessorId}`,
  }));
  const items = filled(meanInSteps(percentages)).map((i) => ({ ...i, consensus: false }));
  const visited = filled(onSite).map(({ code, percentage }) => ({ code, percentage }));
  const application: Application = inReview({
    ...{ applicationId, code: applicationId.toUpperCase(), stage: 'Recommendation' },
    materialReview: {
      ...{ items, scoreMilli: scoreMilli(criteria, items), sheets: sheets.map((s) => s.reviewId) },
      ...{ themes: '过程受控', recommendation: '建议进入答辩', by: 'leader', at: reportedAt },
    },
    defence: {
      scores: assessors.map((assessorId, i) => {
        const points = defence[i] ?? 0;
        const lines = [
          { code: 'D1', points: Math.floor(points / 2) },
          { code: 'D2', points: Math.ceil(points / 2) },
        ];
        return { assessorId, points, items: lines, at: '2027-03-01T02:00:00.000Z' };
      }),
    },
    onSite: {
      report: {
        ...{ items: visited, scoreMilli: scoreMilli(criteria, visited), conclusion: '与材料一致', evidence: [] },
        ...{ by: 'leader', at: visitedAt },
      },
    },
  });
  return { application, sheets, formerReports: [], formerVisits: [], criteria };
}

export const rankedCycle = aCycleUnderReview();

/** The lists that the office fixes over the cases: all are shortlisted, all are recommended. */
export function aRanking(cases: readonly StoredCase[]): { shortlist: CycleList; recommended: CycleList } {
  const applications = cases.map((c) => c.application);
  const shortlist = fixShortlist(
    rankedCycle,
    'lst_short',
    applications.map(({ applicationId }) => ({ applicationId, defence: true, onSite: true, reason: '同意入围' })),
    { inStage: applications, earlier: [] },
    at(officer, '2027-02-28T00:00:00.000Z'),
  );
  const recommended = fixRecommendedList(
    rankedCycle,
    'lst_recommended',
    applications.map(({ applicationId }) => ({ applicationId, award: 'qualityAward' as const, reason: '名列前茅' })),
    { inStage: applications, earlier: [], owedReports: [] },
    at(officer, listedAt),
  );
  return { shortlist: shortlist.next, recommended: recommended.next };
}
