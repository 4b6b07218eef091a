import type { Application } from '../application/application.ts';
import type { Stage } from '../lifecycle.ts';
import type { OnSite } from '../on-site/on-site.ts';
import type { Review } from '../review/review.ts';

/** The stages whose decisions are still to come: until the committee has voted what is void can be done again. */
const redoable: readonly Stage[] = ['MaterialReview', 'Defence', 'OnSiteReview', 'Recommendation', 'CommitteeVote'];

/** The stages that a case is brought back from, to the visit. */
const afterVisit: readonly Stage[] = ['Recommendation', 'CommitteeVote'];

/** The panel's report, when it rests on one of these sheets: it is done again without it. */
export function reportRestingOn({ stage, materialReview }: Application, sheets: readonly Review[]) {
  if (!materialReview || !redoable.includes(stage)) return undefined;
  const { sheets: basis } = materialReview;
  // A report from before the basis was noted rests on every sheet that was handed in.
  const rests = (s: Review) => s.status === 'handedIn' && (basis?.includes(s.reviewId) ?? true);
  return sheets.some(rests) ? materialReview : undefined;
}

/** The visit, when the person had a part in what was signed or reported of it: it is signed and reported again. */
export function visitWith({ stage, onSite }: Application, personId: string): OnSite | undefined {
  if (!onSite || !redoable.includes(stage)) return undefined;
  const signed = onSite.signatures?.length || onSite.report;
  return signed && onSite.plan?.team.includes(personId) ? onSite : undefined;
}

/** Whether the case goes back to the visit: its report was handed in, and something that it rests on is void. */
export const goesBack = ({ stage }: Application, voided: { report: unknown; visit: unknown }): boolean =>
  afterVisit.includes(stage) && !!(voided.report ?? voided.visit);
