import type { Winner } from '../approval/winner.ts';
import { dateAt, endOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter, move, moved } from '../case.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Revocation } from './revocation.ts';
import { recoveryTasks } from './revocation.ts';

/** The office opens a case on one of the four grounds and investigates (A27). */
export function openRevocation(
  of: Winner,
  { revocationId, ground, facts }: Pick<Revocation, 'revocationId' | 'ground' | 'facts'>,
  circumstances: Circumstances,
): Outcome<Revocation> {
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnless(of.status === 'standing', 'revocation.revoked-already');
  const { certificateNumber, applicationId, ownerId, name } = of;
  return decided(
    circumstances,
    {
      ...newHead(of.programmeId),
      revocationId,
      certificateNumber,
      applicationId,
      ownerId,
      winnerName: name,
      stage: 'Investigation',
      stageEnteredAt: circumstances.now,
      ground,
      facts,
      recovered: [],
    },
    { type: 'revocationOpened', detail: { certificateNumber, ground } },
  );
}

/** The winner is told of the ground and of the right to be heard, and for how long (D22). */
export function giveHearingNotice(
  of: Revocation,
  notice: string,
  { workingDays, calendars }: { workingDays: number; calendars: readonly CalendarYear[] },
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'giveHearingNotice', circumstances.actor);
  const { now } = circumstances;
  const endsAt = endOf(plusWorkingDays(dateAt(now), workingDays, calendars));
  const hearing = { notice, noticeAt: now, endsAt, statements: [] };
  return decided(
    circumstances,
    { ...move(of, 'Hearing', now), hearing },
    moved(of, 'hearingNoticeGiven', 'Hearing', { endsAt, ownerId: of.ownerId, notice }),
  );
}

/** The winner states their defence, while the period runs. */
export function stateDefence(of: Revocation, text: string, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'stateDefence', circumstances.actor);
  const { actor, now } = circumstances;
  const { hearing } = of;
  if (!hearing || now >= hearing.endsAt) throw new Refused('revocation.hearing-over', { endsAt: hearing?.endsAt });
  const statements = [...hearing.statements, { text, by: actor.personId, at: now }];
  return decided(circumstances, { ...of, hearing: { ...hearing, statements } }, { type: 'defenceStated', detail: {} });
}

/** The hearing is closed when its period is over, never before. */
export function closeHearing(of: Revocation, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'closeHearing', circumstances.actor);
  const endsAt = of.hearing?.endsAt ?? '';
  refuseUnless(circumstances.now >= endsAt, 'revocation.hearing-open', { endsAt });
  return decided(
    circumstances,
    move(of, 'CommitteeDecision', circumstances.now),
    moved(of, 'hearingClosed', 'CommitteeDecision'),
  );
}

/** The committee decides, with the number of its decision (A27). */
export function recordCommitteeDecision(
  of: Revocation,
  { number, revoke, text }: { number: string; revoke: boolean; text: string },
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'recordCommitteeDecision', circumstances.actor);
  const { actor, now } = circumstances;
  const to = revoke ? 'GovernmentRevocation' : 'Dropped';
  const committeeDecision = { number, revoke, text, by: actor.personId, at: now };
  return decided(
    circumstances,
    { ...move(of, to, now), committeeDecision },
    moved(of, 'committeeDecidedRevocation', to, { number, revoke }),
  );
}

/** The government revokes, or does not: entered by the registrar with number, date and the signed document (A27). */
export function recordRevocation(
  of: Revocation,
  winner: Winner,
  decision: { number: string; date: string; revoke: boolean },
  document: Document | undefined,
  circumstances: Circumstances,
): { outcome: Outcome<Revocation>; winner: Outcome<Winner> | undefined } {
  enter('revocation', of, 'recordRevocation', circumstances.actor);
  const { actor, now } = circumstances;
  refuseUnless(decision.date <= dateAt(now), 'approval.date-in-future');
  if (document?.status !== 'checked' || document.kind !== 'governmentDecision')
    throw new Refused('approval.document-missing');
  const to = decision.revoke ? 'Recovery' : 'Dropped';
  const governmentDecision = { ...decision, documentId: document.documentId, by: actor.personId };
  const { number, date } = decision;
  return {
    outcome: decided(
      circumstances,
      { ...move(of, to, now), governmentDecision },
      moved(of, 'governmentDecidedRevocation', to, { number, revoke: decision.revoke, ownerId: of.ownerId }),
    ),
    winner: decision.revoke
      ? decided(
          circumstances,
          { ...winner, status: 'revoked', revokedOn: date },
          { type: 'awardRevoked', detail: { revocationId: of.revocationId, number, date } },
        )
      : undefined,
  };
}

/** Organisations receive no bonus (A6), so there is none to claw back. */
const tasksOf = (winner: Winner) => recoveryTasks.filter((t) => t !== 'bonus' || winner.kind === 'individual');

/** Records that one of the recovery tasks is done, with its receipt; the case closes with the last (A27). */
export function recordRecovery(
  of: Revocation,
  winner: Winner,
  { task, reference }: { task: (typeof recoveryTasks)[number]; reference: string },
  circumstances: Circumstances,
): Outcome<Revocation> {
  enter('revocation', of, 'recordRecovery', circumstances.actor);
  const { actor, now } = circumstances;
  refuseUnless(tasksOf(winner).includes(task), 'revocation.task-unknown');
  refuseUnless(!of.recovered.some((r) => r.task === task), 'revocation.task-done');
  const recovered = [...of.recovered, { task, reference, by: actor.personId, at: now }];
  const next = { ...of, recovered };
  const allDone = tasksOf(winner).every((t) => recovered.some((r) => r.task === t));
  return allDone
    ? decided(
        circumstances,
        move(next, 'Revoked', now),
        moved(of, 'revocationCompleted', 'Revoked', { task, reference }),
      )
    : decided(circumstances, next, { type: 'recoveryRecorded', detail: { task, reference } });
}

/** The office drops the case during investigation or hearing, with its reason. */
export function dropRevocation(of: Revocation, reason: string, circumstances: Circumstances): Outcome<Revocation> {
  enter('revocation', of, 'drop', circumstances.actor);
  return decided(
    circumstances,
    move(of, 'Dropped', circumstances.now),
    moved(of, 'revocationDropped', 'Dropped', { reason }),
  );
}
