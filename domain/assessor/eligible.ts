import { peopleOf } from '../applicant.ts';
import type { Application } from '../application/application.ts';
import { isConflicted } from '../conflict/conflict.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate } from '../record.ts';
import type { Assessor } from './assessor.ts';
import { isAppointed } from './assessor.ts';
import { detectConflicts } from './detect.ts';

/** Someone who may be named for a panel, and what is known of them in the cycle. */
export interface Candidate {
  readonly personId: string;
  /** Holds the assessor's role in the programme now. */
  readonly isAssessor: boolean;
  readonly entry?: Assessor | undefined;
  /** Signed this cycle's pledge. */
  readonly pledged: boolean;
  /** The applications of the cycle they review. */
  readonly reviews: ReadonlySet<string>;
}

/** What keeps a candidate off a panel, in the order in which it is told. */
export const blocks = [
  'onPanel',
  'applicant',
  'notAssessor',
  'noTerm',
  'conflict',
  'conflictDetected',
  'notPledged',
  'loadFull',
] as const;
export type Block = (typeof blocks)[number];

export type PanelRules = Pick<Rules, 'assessorLoad' | 'conflictYears'>;

/** The hard constraints between one candidate and one application (A9(3), D26): none means assignable. */
export function blocksOf(candidate: Candidate, of: Application, rules: PanelRules, today: CivilDate): Block[] {
  const { personId, entry, reviews } = candidate;
  const others = reviews.size - (reviews.has(of.applicationId) ? 1 : 0);
  const found: Record<Block, boolean> = {
    onPanel: false,
    applicant: peopleOf(of).includes(personId),
    notAssessor: !candidate.isAssessor,
    noTerm: !entry || !isAppointed(entry, today),
    conflict: isConflicted(of, personId),
    conflictDetected: !!entry && detectConflicts(entry, of, rules, today).length > 0,
    notPledged: !candidate.pledged,
    loadFull: others >= rules.assessorLoad,
  };
  return blocks.filter((b) => found[b]);
}
