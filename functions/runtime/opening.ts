import type { Actor, Role } from '#domain/actor';
import { hasRole } from '#domain/actor';
import type { Document } from '#domain/document/document';
import { noteOpened } from '#domain/document/upload';
import { registerFile } from '#domain/export/register';
import type { Deps } from './deps.ts';

/** What is known of an opening beside the file. */
interface Opening {
  readonly actor: Actor;
  readonly applicationId: string | undefined;
  readonly deps: Deps;
}

/** Notes who opened a file that is not theirs: in its trail, and what staff took in the register of exports too (PIPL). */
export async function noteOpening(of: Document, { actor, applicationId, deps }: Opening): Promise<void> {
  const circumstances = { actor, now: deps.now() };
  const entry = registerFile(of, { exportId: deps.newId('exp'), applicationId }, circumstances);
  await deps.exports.opened(noteOpened(of, circumstances), entry);
}

const officials: readonly Role[] = ['office', 'auditor', 'registrar', 'committeeMember', 'assessor'];

/** The same for files that a party, too, may open: nothing is noted of whoever acts for one. */
export async function noteOfficialOpening(of: Document, opening: Opening): Promise<void> {
  const isOfficial = officials.some((role) => hasRole(opening.actor, role, of.programmeId));
  if (isOfficial && of.ownerId !== opening.actor.personId) await noteOpening(of, opening);
}
