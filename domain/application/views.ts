import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import { actionsOf } from '../lifecycle.ts';
import { Refused } from '../refused.ts';
import type { Application } from './application.ts';
import { nameOf } from './submit.ts';

const offered = (of: Application, party: string) =>
  Object.entries(actionsOf('application', of.stage))
    .filter(([, t]) => t.by.some((p) => p === party))
    .map(([action]) => action);

/** The application as its applicant may see it; the award only once the government has decided (A22). */
export const asApplicant = (of: Application) => ({
  ...of,
  view: 'applicant' as const,
  actions: offered(of, 'applicant'),
  award: of.stage === 'Awarded' ? of.awarding : undefined,
});

/** The application as the caller may see it. Throws `Refused` record.not-found: a stranger does not learn that it exists. */
export function applicationFor(actor: Actor, of: Application) {
  if (of.ownerId === actor.personId) return asApplicant(of);
  const sees = hasRole(actor, 'office', of.programmeId) || hasRole(actor, 'auditor', of.programmeId);
  if (!sees || of.stage === 'Draft') throw new Refused('record.not-found', { record: 'application' });
  return {
    ...of,
    view: 'office' as const,
    actions: hasRole(actor, 'office', of.programmeId) ? offered(of, 'office') : [],
  };
}

/** A line of a list. */
export const summaryOf = (of: Application) => ({ ...of, name: nameOf(of) });
