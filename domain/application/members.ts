import * as z from 'zod';
import { peopleOf } from '../applicant.ts';
import { isEnd } from '../lifecycle.ts';
import type { Person } from '../programme/person.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Application } from './application.ts';
import { refuseIfOnDuty } from './duties.ts';

/** A colleague of the owner who works on the application. */
export const member = z.object({
  personId: z.string(),
  name: z.string(),
  email: z.string(),
  maySubmit: z.boolean().describe('May also hand in and withdraw'),
  since: z.iso.datetime(),
  until: z.iso.datetime().optional().describe('When the membership ended; absent while it stands'),
});

const mostMembers = 20;

function refuseUnlessOwner(of: Application, { actor }: Circumstances): void {
  refuseUnless(of.ownerId === actor.personId, 'person.not-owner');
  refuseUnless(!isEnd('application', of.stage), 'stage.action-unavailable', {
    stage: of.stage,
    action: 'addMember',
    available: [],
  });
}

/**
 * The owner takes in a colleague who is registered, or changes what a member may do. Throws `Refused` person.not-owner,
 * member.not-registered, member.duty-conflicts, member.too-many.
 */
export function addMember(
  of: Application,
  { invited, maySubmit }: { invited: readonly Person[]; maySubmit: boolean },
  circumstances: Circumstances,
): Outcome<Application> {
  refuseUnlessOwner(of, circumstances);
  const [person] = invited;
  // Two accounts of one address cannot be told apart by it.
  refuseUnless(person !== undefined && invited.length === 1, 'member.not-registered');
  const { personId, name, email } = person;
  refuseUnless(personId !== of.ownerId, 'member.owner-already');
  refuseIfOnDuty(person.grants, of.programmeId);
  const others = (of.members ?? []).filter((m) => m.personId !== personId);
  refuseUnless(peopleOf({ ...of, members: others }).length <= mostMembers, 'member.too-many', { limit: mostMembers });
  const joined = { personId, name, email, maySubmit, since: circumstances.now };
  return decided(
    circumstances,
    { ...of, members: [...others, joined] },
    { type: 'memberAdded', detail: { personId, maySubmit } },
  );
}

/** The owner ends a membership; what the member did stands. Throws `Refused` person.not-owner, record.not-found. */
export function endMember(of: Application, personId: string, circumstances: Circumstances): Outcome<Application> {
  refuseUnlessOwner(of, circumstances);
  const stands = (m: z.infer<typeof member>) => m.personId === personId && m.until === undefined;
  refuseUnless((of.members ?? []).some(stands), 'record.not-found', { record: 'member' });
  const members = (of.members ?? []).map((m) => (stands(m) ? { ...m, until: circumstances.now } : m));
  return decided(circumstances, { ...of, members }, { type: 'memberEnded', detail: { personId } });
}
