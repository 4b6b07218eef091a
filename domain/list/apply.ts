import type { Application } from '../application/application.ts';
import { applyGovernmentDecision } from '../approval/apply-decision.ts';
import { applyNotice } from '../public-notice/apply-notice.ts';
import { applyRecommendedList } from '../ranking/apply-recommended-list.ts';
import { applyShortlist } from '../ranking/apply-shortlist.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { applyVoteResult } from '../vote/apply-result.ts';
import type { ApplyEntry } from './apply-entry.ts';
import type { CycleList, ListEntry, ListKind } from './list.ts';
import { listKinds } from './list.ts';

const appliers: Readonly<Record<ListKind, ApplyEntry>> = {
  eligibilityNotice: applyNotice,
  shortlist: applyShortlist,
  recommendedList: applyRecommendedList,
  voteResult: applyVoteResult,
  awardNotice: applyNotice,
  governmentDecision: applyGovernmentDecision,
};

/**
 * Applies a list to one application. Undefined when there is nothing to do: the list was applied before, or the
 * application has left the list's stage since (withdrawn, refused).
 */
export function applyList(
  list: CycleList,
  entry: ListEntry,
  application: Application,
  circumstances: Circumstances,
): Outcome<Application> | undefined {
  if (application.lists.includes(list.listId) || application.stage !== listKinds[list.kind].stage) return undefined;
  const outcome = appliers[list.kind](application, list, entry, circumstances);
  return { ...outcome, next: { ...outcome.next, lists: [...application.lists, list.listId] } };
}
