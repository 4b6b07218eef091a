import type { CaseRecord } from '../case.ts';
import { isEnd } from '../lifecycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused } from '../refused.ts';

/**
 * Starts a case's execution again at the case's stage: after a fault, or to move it to a new definition. The table is
 * the truth, so nothing is lost. Throws `Refused` stage.action-unavailable for a case that is over or a draft.
 */
export function restartCase<R extends CaseRecord>(
  kind: 'application' | 'revocation',
  of: R,
  reason: string,
  circumstances: Circumstances,
): Outcome<R> {
  if (of.stage === 'Draft' || isEnd(kind, of.stage))
    throw new Refused('stage.action-unavailable', { stage: of.stage, action: 'restart', available: [] });
  return decided(circumstances, of, { type: 'caseRestarted', detail: { stage: of.stage, reason } });
}
