import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import { actionsOf } from '../lifecycle.ts';
import { Refused } from '../refused.ts';
import type { Revocation } from './revocation.ts';

const readers = ['office', 'auditor', 'committeeMember', 'registrar'] as const;

/** The case as the caller may see it; the winner concerned sees it from the notice on. Throws record.not-found. */
export function revocationFor(actor: Actor, of: Revocation) {
  const isWinner = of.ownerId === actor.personId && of.hearing !== undefined;
  if (!isWinner && !readers.some((r) => hasRole(actor, r, of.programmeId)))
    throw new Refused('record.not-found', { record: 'revocation' });
  const actions = Object.entries(actionsOf('revocation', of.stage))
    .filter(([, t]) =>
      t.by.some((p) =>
        p === 'applicant' ? isWinner : readers.some((r) => r === p && hasRole(actor, r, of.programmeId)),
      ),
    )
    .map(([action]) => action);
  return { ...of, actions };
}
