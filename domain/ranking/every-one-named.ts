import type { Application } from '../application/application.ts';
import { refuseUnless } from '../refused.ts';

/** How an official finds an application: its code, or its id where there is none yet. */
const label = (applications: readonly Application[]) => (id: string) =>
  applications.find((a) => a.applicationId === id)?.code ?? id;

/**
 * Throws `Refused` unless the entries name each of the candidates exactly once and nothing else: a decision about a
 * stage leaves nobody out by silence (A4).
 */
export function refuseUnlessEveryOneNamed(
  entries: readonly { applicationId: string }[],
  candidates: readonly Application[],
): void {
  const named = entries.map((e) => e.applicationId);
  const ids = candidates.map((a) => a.applicationId);
  const name = label(candidates);
  const elsewhere = named.filter((id) => !ids.includes(id));
  refuseUnless(elsewhere.length === 0, 'list.not-in-stage', { applications: elsewhere });
  const twice = named.filter((id, i) => named.indexOf(id) !== i);
  refuseUnless(twice.length === 0, 'list.named-twice', { applications: twice.map(name) });
  const silent = ids.filter((id) => !named.includes(id));
  refuseUnless(silent.length === 0, 'list.not-named', { applications: silent.map(name) });
  refuseUnless(entries.length > 0, 'list.empty');
}
