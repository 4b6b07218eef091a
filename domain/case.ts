import type { Actor, Party } from './actor.ts';
import { actsForApplicant, mayTake } from './applicant.ts';
import type { Membership } from './applicant.ts';
import { departmentsOf, hasRole, jurisdictionsOf } from './actor.ts';
import type { Action, RevocationAction } from './lifecycle.ts';
import { actionsOf, carriesOn, revocationStages, stages as applicationStages } from './lifecycle.ts';
import type { CivilDate, DomainEvent, Instant } from './record.ts';
import { Refused, refuseUnless } from './refused.ts';
import { isSuspended, standingSuspension } from './suspension/is-suspended.ts';
import type { Suspension } from './suspension/suspension.ts';

/** What the lifecycle's gate needs to know of a case. */
export interface CaseRecord {
  readonly programmeId: string;
  readonly stage: string;
  readonly stageEnteredAt: Instant;
  readonly ownerId: string;
  readonly members?: readonly Membership[] | undefined;
  readonly panel?: { readonly leaderId: string; readonly assessorIds: readonly string[] } | undefined;
  /** Who owes the next step and by when; set when the machine opens its wait, gone when the stage is left. */
  readonly duty?:
    { readonly party: string; readonly dueOn: CivilDate; readonly reminded: readonly string[] } | undefined;
  readonly suspensions?: readonly Suspension[] | undefined;
  readonly refusalProposal?:
    { readonly article: string; readonly reason: string; readonly by: string; readonly at: Instant } | undefined;
}

type Kind = 'application' | 'revocation';
type ActionOf<K extends Kind> = K extends 'application' ? Action : RevocationAction;

const isParty = (record: CaseRecord, party: Party, actor: Actor): boolean => {
  switch (party) {
    case 'public':
      return true;
    case 'system':
      return false;
    case 'applicant':
      return actsForApplicant(record, actor.personId);
    case 'assessor':
      return !!record.panel?.assessorIds.includes(actor.personId) && hasRole(actor, 'assessor', record.programmeId);
    case 'panelLeader':
      return record.panel?.leaderId === actor.personId && hasRole(actor, 'assessor', record.programmeId);
    case 'department':
      return departmentsOf(actor, record.programmeId).length > 0;
    case 'recommendingBody':
      return jurisdictionsOf(actor, record.programmeId).length > 0;
    default:
      return hasRole(actor, party, record.programmeId);
  }
};

/**
 * The gate of every action on a case: refuses whoever the action is not for, then an action that the stage does not
 * offer, naming those it does, then one that would carry a suspended case on. The system's own clockwork passes as any
 * party (it applies what people decided). Who acts for the applicant takes the applicant's part and no other (A7). Who is
 * asked before when, so that a stranger learns nothing about the stage.
 */
export function enter<K extends Kind>(kind: K, record: CaseRecord, action: ActionOf<K>, actor: Actor): void {
  const offered = actionsOf(kind, record.stage);
  const parties = partiesOf(kind, action);
  if (actor.personId !== 'system' && !parties.some((p) => isParty(record, p, actor)))
    throw parties.includes('applicant') && parties.length === 1
      ? new Refused('person.not-owner')
      : new Refused('person.role-missing', { roles: parties });
  if (actsForApplicant(record, actor.personId)) {
    refuseUnless(parties.includes('applicant') || parties.includes('public'), 'person.own-application');
    refuseUnless(mayTake(record, actor.personId, action), 'person.submit-right-missing');
  }
  if (!(action in offered))
    throw new Refused('stage.action-unavailable', { stage: record.stage, action, available: Object.keys(offered) });
  refuseIfSuspended(record, action);
}

/** Throws `Refused` case.suspended for what would carry a suspended case on; whatever else is done is done. */
function refuseIfSuspended(record: CaseRecord, action: string): void {
  if (!carriesOn.has(action) || !isSuspended(record)) return;
  const facts = standingSuspension(record)?.facts.map((f) => f.item) ?? [];
  const articles = [...new Set([...facts, ...(record.refusalProposal ? [record.refusalProposal.article] : [])])];
  throw new Refused('case.suspended', { action, articles }, articles[0]);
}

const partiesOf = (kind: Kind, action: string): Party[] => {
  const stages = kind === 'application' ? applicationStages : revocationStages;
  return [...new Set(stages.flatMap((s) => actionsOf(kind, s)[action]?.by ?? []))];
};

/** Moves a case to another stage: the old stage's duty ends with it. */
export const move = <R extends CaseRecord>(record: R, to: R['stage'], now: Instant): R => ({
  ...record,
  stage: to,
  stageEnteredAt: now,
  duty: undefined,
});

/** The event of a move. */
export const moved = (
  record: CaseRecord,
  type: string,
  to: string,
  detail: Record<string, unknown> = {},
): DomainEvent => ({ type, detail, move: { from: record.stage, to } });
