import type { Application } from '../application/application.ts';
import type { Assessor } from '../assessor/assessor.ts';
import type { Block, Candidate } from '../assessor/eligible.ts';
import { blocksOf } from '../assessor/eligible.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Expertise } from './expertise.ts';
import { expertiseFor } from './expertise.ts';

export type AssignmentRules = Pick<Rules, 'panelSize' | 'panelMinimum' | 'assessorLoad' | 'conflictYears'>;

/** A panel to be filled: whom it has, and how many seats are open. */
export interface OpenPanel {
  readonly application: Application;
  readonly members: readonly string[];
  readonly open: number;
}

/** One candidate for one panel: assignable, or what stands against it. */
export interface Pair {
  readonly candidate: Candidate & { readonly entry?: Assessor | undefined };
  readonly blocks: readonly Block[];
  readonly expertise: Expertise;
}

/** Who could sit where, under the hard constraints. */
export interface Problem {
  readonly rules: AssignmentRules;
  readonly panels: readonly OpenPanel[];
  readonly candidates: readonly Candidate[];
  /** By panel, then by candidate, in their orders. */
  readonly pairs: readonly (readonly Pair[])[];
}

/** Pairs that are solved within a request's time. */
const mostPairs = 20_000;

const byId =
  <T>(idOf: (of: T) => string) =>
  (a: T, b: T) =>
    idOf(a) < idOf(b) ? -1 : 1;

/**
 * Sets the problem up, in an order that does not depend on how it was read: the same pool and the same cases always
 * lead to the same proposal. Throws `Refused` assignment.too-large.
 */
export function problemOf(
  applications: readonly Application[],
  pool: readonly Candidate[],
  {
    rules,
    today,
    categoriesOf,
  }: { rules: AssignmentRules; today: CivilDate; categoriesOf: (of: Application) => readonly string[] },
): Problem {
  const candidates = [...pool].sort(byId((c) => c.personId));
  const panels = [...applications].sort(byId((a) => a.applicationId)).map((application): OpenPanel => {
    const members = application.panel?.assessorIds ?? [];
    return { application, members, open: Math.max(0, rules.panelSize - members.length) };
  });
  refuseUnless(panels.length * candidates.length <= mostPairs, 'assignment.too-large', { most: mostPairs });
  const pairs = panels.map(({ application, members }) =>
    candidates.map((candidate): Pair => {
      const blocks = blocksOf(candidate, application, rules, today);
      const expertise = expertiseFor(
        candidate.entry ?? { industries: [], categories: [] },
        application,
        categoriesOf(application),
      );
      return { candidate, blocks: members.includes(candidate.personId) ? ['onPanel', ...blocks] : blocks, expertise };
    }),
  );
  return { rules, panels, candidates, pairs };
}
