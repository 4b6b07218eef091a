import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import type { Theirs } from '../applicant.ts';
import { actsForApplicant } from '../applicant.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { objection } from './objection.ts';
import type { Objection } from './objection.ts';

/** What the office sees of an objection: the facts and where the case stands, not who objects. */
export const objectionLine = objection.omit({
  version: true,
  chain: true,
  codeHash: true,
  kept: true,
  name: true,
  idNumber: true,
  email: true,
  phone: true,
});

/** What the investigator and the auditors see: the objector too. */
export const objectionFile = objection.omit({ version: true, chain: true, codeHash: true });

/** Whether the actor may know who objects: the officer who verifies it, and the auditors (D3). */
export const knowsObjector = (actor: Actor, { investigator, programmeId }: Objection): boolean =>
  hasRole(actor, 'auditor', programmeId) ||
  (hasRole(actor, 'office', programmeId) && investigator?.personId === actor.personId);

/** Throws `Refused` record.not-found: whoever may not know the objector does not open the file. */
export function refuseUnlessKnown(actor: Actor, of: Objection, application: Theirs): void {
  refuseUnless(knowsObjector(actor, of) && !actsForApplicant(application, actor.personId), 'record.not-found', {
    record: 'objection',
  });
}

/** Throws `Refused` record.not-found unless it is the code that was given out for this objection. */
export function refuseUnlessCode(of: Objection | undefined, codeHash: string): asserts of is Objection {
  if (!of || of.codeHash !== codeHash) throw new Refused('record.not-found', { record: 'objection' });
}
