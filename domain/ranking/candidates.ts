import type { Application } from '../application/application.ts';
import type { CycleList } from '../list/list.ts';
import { refuseUnless } from '../refused.ts';
import { holdsFor } from '../list/holds-for.ts';
import { isSuspended } from '../suspension/is-suspended.ts';

/** Whom a list is about: the applications of its stage, and the lists of its kind so far. */
export interface Candidates {
  readonly inStage: readonly Application[];
  readonly earlier: readonly CycleList[];
}

/**
 * Those in the stage whom no earlier list decided on; a list that was just fixed may still be being applied. A suspended
 * case is no candidate until it is resolved (D7).
 */
export const undecided = ({ inStage, earlier }: Candidates): Application[] => {
  const decidedAt = new Map(earlier.flatMap((l) => l.entries.map((e) => [e.applicationId, l])));
  return inStage.filter((a) => {
    const list = decidedAt.get(a.applicationId);
    return !(list && holdsFor(list, a)) && !isSuspended(a);
  });
};

/** How many of each kind the earlier lists let in. */
export const takenBy = ({ earlier }: Pick<Candidates, 'earlier'>) => ({
  organisation: earlier.reduce((sum, l) => sum + (l.facts.letIn?.organisation ?? 0), 0),
  individual: earlier.reduce((sum, l) => sum + (l.facts.letIn?.individual ?? 0), 0),
});

/** How officials name an application: by its code. */
const codes = (applications: readonly Application[], ids: readonly string[]) =>
  ids.map((id) => applications.find((a) => a.applicationId === id)?.code ?? id);

/**
 * Throws `Refused` unless the entries name each of the applications exactly once and nothing else: a decision about a
 * stage leaves nobody out by silence (A4).
 */
export function refuseUnlessEveryOneNamed(
  entries: readonly { applicationId: string }[],
  applications: readonly Application[],
): void {
  const named = entries.map((e) => e.applicationId);
  const ids = applications.map((a) => a.applicationId);
  const elsewhere = named.filter((id) => !ids.includes(id));
  refuseUnless(elsewhere.length === 0, 'list.not-in-stage', { applications: elsewhere });
  const twice = named.filter((id, i) => named.indexOf(id) !== i);
  refuseUnless(twice.length === 0, 'list.named-twice', { applications: codes(applications, twice) });
  const silent = ids.filter((id) => !named.includes(id));
  refuseUnless(silent.length === 0, 'list.not-named', { applications: codes(applications, silent) });
  refuseUnless(entries.length > 0, 'list.empty');
}
