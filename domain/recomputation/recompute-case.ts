import type { Application } from '../application/application.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CycleList } from '../list/list.ts';
import type { OnSite } from '../on-site/on-site.ts';
import { compositeMilli } from '../ranking/composite.ts';
import type { Criteria } from '../review/criteria/criteria.ts';
import type { Review } from '../review/review.ts';
import { scoreMilli } from '../review/score.ts';
import type { Comparison } from './comparison.ts';
import { recomputeReport } from './recompute-report.ts';

/** A case with everything that its numbers rest on. */
export interface StoredCase {
  readonly application: Application;
  readonly sheets: readonly Review[];
  /** Reports set aside when one of their sheets was voided: a list fixed before that went by them. */
  readonly formerReports: readonly NonNullable<Application['materialReview']>[];
  /** Visits set aside when a conflict was found after them: likewise. */
  readonly formerVisits: readonly OnSite[];
  readonly criteria: Criteria;
}

/** A case computed again, and the score by which each list should have ranked it. */
export interface RecomputedCase {
  readonly applicationId: string;
  readonly code: string;
  readonly kind: Application['kind'];
  readonly comparisons: readonly Comparison[];
  readonly scores: ReadonlyMap<string, number | undefined>;
}

/** The report that stood at an instant: the latest until then, though it was set aside and done again later. */
const standingAt = <R extends { readonly at: string }>(
  reports: readonly (R | undefined)[],
  at: string,
): R | undefined =>
  reports
    .flatMap((r) => (r && r.at <= at ? [r] : []))
    .sort((a, b) => a.at.localeCompare(b.at))
    .at(-1);

/**
 * The application with the defence scores and the visit that counted at an instant: what was voided later still counted
 * then, and what was voided by then never does (D26).
 */
function asItCounted({ application, formerVisits }: StoredCase, at: string): Application {
  const { panel, defence } = application;
  const visits = [...formerVisits, ...(application.onSite ? [application.onSite] : [])];
  const onSite = {
    ...application.onSite,
    report: standingAt(
      visits.map((v) => v.report),
      at,
    ),
  };
  const of = { ...application, onSite };
  if (!panel || !defence) return of;
  const voidedLater = (voidedAt: string | undefined) => voidedAt !== undefined && voidedAt > at;
  const scores = defence.scores.filter((s) => s.at <= at);
  const left = scores.filter((s) => voidedLater(s.voidedAt)).map((s) => s.assessorId);
  return {
    ...of,
    panel: { ...panel, assessorIds: [...new Set([...panel.assessorIds, ...left])] },
    defence: {
      ...defence,
      scores: scores.map(({ voidedAt, ...s }) => (voidedAt && !voidedLater(voidedAt) ? { ...s, voidedAt } : s)),
    },
  };
}

const reportAt = ({ application, formerReports }: StoredCase, at: string) =>
  standingAt([...formerReports, application.materialReview], at);

function scoreFor(of: StoredCase, { kind, at }: CycleList, rules: Rules): number | undefined {
  if (kind === 'recommendedList') return compositeMilli(asItCounted(of, at), rules.weights);
  const report = reportAt(of, at);
  return report && scoreMilli(of.criteria, report.items);
}

/**
 * Computes every number of a case again, in whole numbers throughout: the panel's report from its sheets, the defence
 * points from their lines, the on-site score from its items, the composite score from those (A17–A20). `lists` are the
 * cycle's shortlists and recommended lists.
 */
export function recomputeCase(of: StoredCase, lists: readonly CycleList[], rules: Rules): RecomputedCase {
  const { application, sheets, criteria } = of;
  const { applicationId, kind, materialReview, defence, onSite, listed, code = applicationId } = application;
  const scores = new Map(lists.map((list) => [list.listId, scoreFor(of, list, rules)]));
  const points = (defence?.scores ?? []).flatMap(({ items, points: stored }, i) =>
    items ? [{ number: `defence.scores.${i}`, stored, again: items.reduce((sum, l) => sum + l.points, 0) }] : [],
  );
  const visit = onSite?.report;
  const found: Omit<Comparison, 'of'>[] = [
    ...(materialReview ? recomputeReport(materialReview, sheets, criteria, rules) : []),
    ...points,
    ...(visit
      ? [{ number: 'onSite.scoreMilli', stored: visit.scoreMilli, again: scoreMilli(criteria, visit.items) }]
      : []),
    ...(listed
      ? [{ number: 'listed.compositeMilli', stored: listed.compositeMilli, again: scores.get(listed.listId) }]
      : []),
  ];
  return { applicationId, code, kind, scores, comparisons: found.map((c) => ({ of: code, ...c })) };
}
