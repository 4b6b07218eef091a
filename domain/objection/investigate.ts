import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import { actsForApplicant } from '../applicant.ts';
import type { Application } from '../application/application.ts';
import { isConflicted } from '../conflict/conflict.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import { withMark } from './mark.ts';
import type { Objection } from './objection.ts';
import type { WithApplication } from './receive.ts';

/** The objection and the application it is made against. */
export interface ObjectionCase {
  readonly objection: Objection;
  readonly application: Application;
}

/** Whoever found the applicant eligible would be judging their own findings. */
const examinersOf = ({ eligibility, consultations }: Application): (string | undefined)[] => [
  eligibility?.by,
  ...consultations.map((c) => c.assessment?.by),
];

/** Throws `Refused` objection.names-objector: what the applicant is told never says who objects. */
export function refuseIfNaming({ name, idNumber, email, phone }: Objection, told: string): void {
  const names = [name, idNumber, email, phone].filter((word) => word !== undefined && word.length > 1);
  refuseUnless(!names.some((word) => told.includes(word as string)), 'objection.names-objector');
}

/** Throws `Refused` objection.not-open. */
export const refuseUnlessOpen = ({ status }: Objection): void =>
  refuseUnless(status === 'open', 'objection.not-open', { status });

/** Throws `Refused` person.role-missing, objection.not-open, objection.not-investigator. */
export function refuseUnlessInvestigator({ objection }: Pick<ObjectionCase, 'objection'>, actor: Actor): void {
  requireRole(actor, 'office', objection.programmeId);
  refuseUnlessOpen(objection);
  refuseUnless(objection.investigator?.personId === actor.personId, 'objection.not-investigator');
}

/**
 * Gives the objection, or a lead, to an officer to verify, or to another one (D3): never to who examined the applicant, nor to
 * someone partial. Throws `Refused` objection.investigator-unfit, objection.not-open.
 */
export function assignInvestigator(
  { objection, application }: ObjectionCase,
  investigator: Actor,
  circumstances: Circumstances,
): Outcome<Objection> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', objection.programmeId);
  refuseUnless(!actsForApplicant(application, actor.personId), 'record.not-found', { record: 'objection' });
  if (objection.status !== 'lead') refuseUnlessOpen(objection);
  const { personId, name } = investigator;
  const isPartial = actsForApplicant(application, personId) || isConflicted(application, personId);
  const isFree = !isPartial && !examinersOf(application).includes(personId);
  refuseUnless(isFree && hasRole(investigator, 'office', objection.programmeId), 'objection.investigator-unfit');
  return decided(
    circumstances,
    // What another proposed, another has not found.
    { ...objection, upholding: undefined, investigator: { personId, name, by: actor.personId, at: now } },
    { type: 'investigatorAssigned', detail: { personId, noticeTitle: objection.noticeTitle, dueOn: objection.dueOn } },
  );
}

/** The investigator tells the applicant the substance, and not who said so; the applicant may respond (D3). */
export function discloseObjection(
  of: ObjectionCase,
  { substance }: { substance: string },
  circumstances: Circumstances,
): WithApplication {
  const { actor, now } = circumstances;
  refuseUnlessInvestigator(of, actor);
  const { objection, application } = of;
  refuseIfNaming(objection, substance);
  const disclosed = { substance, at: now };
  return {
    objection: decided(
      circumstances,
      { ...objection, disclosed: { ...disclosed, by: actor.personId } },
      { type: 'objectionDisclosed' },
    ),
    application: decided(circumstances, withMark(application, objection, { disclosed }), {
      type: 'objectionPutToApplicant',
      detail: { substance },
    }),
  };
}

/** The objection that the applicant knows by its number. Throws `Refused` record.not-found. */
export function disclosedAs(of: Application, number: number, actor: Actor): string {
  const mark = of.objections[number - 1];
  if (!actsForApplicant(of, actor.personId) || !mark?.disclosed)
    throw new Refused('record.not-found', { record: 'objection' });
  return mark.objectionId;
}

/** The applicant's response, once, until it is decided. */
export function respondToObjection(
  { objection, application }: ObjectionCase,
  { text }: { text: string },
  circumstances: Circumstances,
): WithApplication {
  const { actor, now } = circumstances;
  refuseUnless(actsForApplicant(application, actor.personId) && !!objection.disclosed, 'record.not-found', {
    record: 'objection',
  });
  refuseUnlessOpen(objection);
  refuseUnless(!objection.response, 'objection.answered-already', { at: objection.response?.at });
  const response = { text, at: now };
  const { personId } = objection.investigator ?? {};
  return {
    objection: decided(
      circumstances,
      { ...objection, response },
      { type: 'objectionResponded', detail: { personId, noticeTitle: objection.noticeTitle } },
    ),
    application: decided(circumstances, withMark(application, objection, { response }), {
      type: 'objectionResponseGiven',
    }),
  };
}
