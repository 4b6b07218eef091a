import { dateAt, endOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter, move, moved } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { KeptFile, Revocation } from './revocation.ts';

/** How long the right to be heard lasts. */
interface HearingPeriod {
  readonly rules: Pick<Rules, 'hearingWorkingDays'>;
  readonly calendars: readonly CalendarYear[];
}

type Hearing = NonNullable<Revocation['hearing']>;

/**
 * The winner is told of the ground and of the right to be heard, and for how long: the day of the notice is not counted,
 * the period ends at 24:00 of its last working day (A27, D22). Throws `Refused` revocation.not-investigated.
 */
export function giveHearingNotice(
  of: Revocation,
  notice: string,
  { rules, calendars }: HearingPeriod,
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'giveHearingNotice', circumstances.actor);
  refuseUnless(of.investigation !== undefined, 'revocation.not-investigated');
  const { now } = circumstances;
  const endsAt = endOf(plusWorkingDays(dateAt(now), rules.hearingWorkingDays, calendars));
  const hearing = { notice, noticeAt: now, endsAt, statements: [] };
  return decided(
    circumstances,
    { ...move(of, 'Hearing', now), hearing },
    moved(of, 'hearingNoticeGiven', 'Hearing', { endsAt, ownerId: of.ownerId, notice }),
  );
}

/** The hearing while its period runs. Throws `Refused` revocation.hearing-over, revocation.hearing-waived. */
function running({ hearing }: Revocation, now: string): Hearing {
  if (!hearing || now >= hearing.endsAt) throw new Refused('revocation.hearing-over', { endsAt: hearing?.endsAt });
  refuseUnless(!hearing.waiver, 'revocation.hearing-waived');
  return hearing;
}

const heard = (of: Revocation, hearing: Hearing, type: string, circumstances: Circumstances): Outcome<Revocation> =>
  decided(circumstances, { ...of, hearing }, { type, detail: { revocationId: of.revocationId } });

/** The winner states their defence, while the period runs. */
export function stateDefence(of: Revocation, text: string, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'stateDefence', circumstances.actor);
  const { actor, now } = circumstances;
  const hearing = running(of, now);
  const statements = [...hearing.statements, { text, by: actor.personId, at: now }];
  return heard(of, { ...hearing, statements }, 'defenceStated', circumstances);
}

/** The winner asks for a hearing: the case cannot go on before it was held. */
export function requestHearing(of: Revocation, text: string, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'requestHearing', circumstances.actor);
  const { actor, now } = circumstances;
  const hearing = running(of, now);
  refuseUnless(!hearing.request, 'revocation.hearing-requested');
  return heard(of, { ...hearing, request: { text, by: actor.personId, at: now } }, 'hearingRequested', circumstances);
}

/** The winner gives up what is left of the right to be heard; nobody else can, and it is not taken back. */
export function waiveHearing(of: Revocation, text: string, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'waiveHearing', circumstances.actor);
  const { actor, now } = circumstances;
  const hearing = running(of, now);
  return heard(of, { ...hearing, waiver: { text, by: actor.personId, at: now } }, 'hearingWaived', circumstances);
}

/** What is recorded of a hearing. */
export interface HeldHearing {
  readonly heldAt: string;
  readonly place: string;
  readonly attendees: readonly string[];
  readonly text: string;
}

/**
 * The record of the hearing that the winner asked for. Whoever investigated does not preside. Throws `Refused`
 * revocation.hearing-not-requested, .hearing-by-investigator, .hearing-time-wrong.
 */
export function recordHearing(of: Revocation, held: HeldHearing, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'recordHearing', circumstances.actor);
  const { actor, now } = circumstances;
  const { hearing } = of;
  if (!hearing?.request) throw new Refused('revocation.hearing-not-requested');
  refuseUnless(of.investigation?.by !== actor.personId, 'revocation.hearing-by-investigator');
  const at = new Date(held.heldAt).toISOString();
  refuseUnless(at <= now && at >= hearing.request.at, 'revocation.hearing-time-wrong');
  const record = { ...held, heldAt: at, attendees: [...held.attendees], by: actor.personId, at: now };
  return heard(of, { ...hearing, record }, 'hearingRecorded', circumstances);
}

const outcomeOf = ({ record, statements, waiver }: Hearing) =>
  record ? 'heard' : waiver ? 'waived' : statements.length > 0 ? 'stated' : 'lapsed';

/**
 * The hearing is closed when its period is over, or was waived, and a hearing that was asked for was held. Throws
 * `Refused` revocation.hearing-open, revocation.hearing-unheld.
 */
export function closeHearing(
  of: Revocation,
  kept: readonly KeptFile[],
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'closeHearing', circumstances.actor);
  const { hearing } = of;
  if (!hearing) throw new Refused('revocation.hearing-unheld');
  const { endsAt, waiver, request, record } = hearing;
  refuseUnless(waiver !== undefined || circumstances.now >= endsAt, 'revocation.hearing-open', { endsAt });
  refuseUnless(!request || record !== undefined || waiver !== undefined, 'revocation.hearing-unheld');
  const outcome = outcomeOf(hearing);
  return decided(
    circumstances,
    { ...move(of, 'CommitteeDecision', circumstances.now), hearing: { ...hearing, outcome }, kept: [...kept] },
    moved(of, 'hearingClosed', 'CommitteeDecision', { outcome }),
  );
}
