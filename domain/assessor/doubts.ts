import type { Application } from '../application/application.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate, Outcome } from '../record.ts';
import { isReviewStage } from '../review/on-panel.ts';
import type { Assessor } from './assessor.ts';
import { detectConflicts } from './detect.ts';

/** A seat on a panel at work that the office has to look into, and why. */
export interface Doubt {
  readonly applicationId: string;
  readonly code: string | undefined;
  /** What the entry shows together with the case, or that the assessor has left the pool. */
  readonly because: 'conflict' | 'left';
  readonly evidence?: string;
}

/** Whether the entry's person sits on the panel of a case that is being reviewed. */
const sits = ({ personId = '' }: Assessor, of: Application): boolean =>
  isReviewStage(of.stage) && !!of.panel?.assessorIds.includes(personId);

/**
 * What an entry that was changed says of a case that its person reviews already (D26). Nobody is taken off by it: a name
 * may be another's. The office looks, and records the conflict or ends the seat.
 */
export function doubtsAbout(
  entry: Assessor,
  of: Application,
  rules: Pick<Rules, 'conflictYears'>,
  today: CivilDate,
): Doubt[] {
  if (!sits(entry, of)) return [];
  const { applicationId, code } = of;
  const found = detectConflicts(entry, of, rules, today).map(({ evidence }): Doubt => ({
    applicationId,
    code,
    because: 'conflict',
    evidence,
  }));
  return [...found, ...(entry.exit ? [{ applicationId, code, because: 'left' as const }] : [])];
}

/** The change of an entry with what it says of cases under review: the office is told of each. */
export const raising = (outcome: Outcome<Assessor>, doubts: readonly Doubt[]): Outcome<Assessor> =>
  doubts.length === 0
    ? outcome
    : {
        ...outcome,
        events: [
          ...outcome.events,
          { type: 'assessorSeatsInDoubt', detail: { assessorId: outcome.next.assessorId, doubts } },
        ],
      };
