import type { Application } from '../application/application.ts';
import { applyGovernmentDecision } from '../approval/apply-decision.ts';
import { applyNotice } from '../public-notice/apply-notice.ts';
import { applyRecommendedList } from '../ranking/apply-recommended-list.ts';
import { applyShortlist } from '../ranking/apply-shortlist.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { isSuspended } from '../suspension/is-suspended.ts';
import { applyReopening } from '../vote/apply-reopening.ts';
import { applyVoteResult } from '../vote/apply-result.ts';
import type { ApplyEntry } from './apply-entry.ts';
import { holdsFor } from './holds-for.ts';
import type { CycleList, ListEntry, ListKind } from './list.ts';
import { listKinds } from './list.ts';

const appliers: Readonly<Record<ListKind, ApplyEntry>> = {
  eligibilityNotice: applyNotice,
  shortlist: applyShortlist,
  recommendedList: applyRecommendedList,
  voteResult: applyVoteResult,
  reopenedVote: applyReopening,
  awardNotice: applyNotice,
  governmentDecision: applyGovernmentDecision,
};

/** The kinds of lists that a stage waits for. */
export const listKindsOf = (stage: Application['stage']): ListKind[] =>
  (Object.keys(listKinds) as ListKind[]).filter((kind) => listKinds[kind].stage === stage);

/**
 * Applies a list to one application. Undefined when there is nothing to do: the list was applied before, or the
 * application has left the list's stage since (withdrawn, refused, brought back). A suspended one is passed over, and the list is
 * applied to it when the suspension is lifted (D7).
 */
export function applyList(
  list: CycleList,
  entry: ListEntry,
  application: Application,
  circumstances: Circumstances,
): Outcome<Application> | undefined {
  if (isSuspended(application) || !holdsFor(list, application)) return undefined;
  if (application.lists.includes(list.listId) || application.stage !== listKinds[list.kind].stage) return undefined;
  const outcome = appliers[list.kind](application, list, entry, circumstances);
  return { ...outcome, next: { ...outcome.next, lists: [...application.lists, list.listId] } };
}
