import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, DomainEvent, Outcome } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Meeting } from './meeting.ts';
import { haltIfShort } from './quorum.ts';

/** Who is in the room: has come and not gone. */
export const presentAt = (of: Pick<Meeting, 'attendance'>): string[] =>
  of.attendance.filter((a) => !a.leftAt).map((a) => a.personId);

/** Nobody can be recorded as present earlier than this before the meeting. */
const doorsOpen = 3_600_000;

const underWay: readonly Meeting['status'][] = ['convened', 'open', 'halted', 'tied'];

function refuseUnlessHeld(of: Meeting, now: string): void {
  refuseUnless(underWay.includes(of.status), 'vote.wrong-status', { status: of.status });
  refuseUnless(Date.parse(now) >= Date.parse(of.startsAt) - doorsOpen, 'vote.not-begun', { startsAt: of.startsAt });
}

/** The meeting after people came and went; a ballot that loses its quorum by it halts. */
function after(
  of: Meeting,
  { came, went }: { came: readonly string[]; went: readonly string[] },
  rules: Rules,
  { actor, now }: Circumstances,
): Outcome<Meeting> {
  const stay = of.attendance.map((a) => (!a.leftAt && went.includes(a.personId) ? { ...a, leftAt: now } : a));
  const next = { ...of, attendance: [...stay, ...came.map((personId) => ({ personId, arrivedAt: now }))] };
  const event: DomainEvent = { type: 'attendanceRecorded', detail: { came, went, present: presentAt(next).length } };
  return haltIfShort(next, rules, { actor, now }, event);
}

/**
 * Records who is present now: who is new has come, who is no longer named has gone. The office's, at any time of the
 * meeting; who presides can change with it.
 */
export function recordAttendance(
  of: Meeting,
  { present, chairId = of.chairId }: { present: readonly string[]; chairId?: string | undefined },
  rules: Rules,
  circumstances: Circumstances,
): Outcome<Meeting> {
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnlessHeld(of, circumstances.now);
  const strangers = [...present, chairId].filter((p) => !of.members.includes(p));
  refuseUnless(strangers.length === 0, 'vote.not-a-member', { persons: strangers });
  const before = presentAt(of);
  const came = [...new Set(present)].filter((p) => !before.includes(p));
  const went = before.filter((p) => !present.includes(p));
  return after({ ...of, chairId }, { came, went }, rules, circumstances);
}

/** A member's own check-in. */
export function checkIn(of: Meeting, rules: Rules, circumstances: Circumstances): Outcome<Meeting> {
  const { personId, name } = circumstances.actor;
  refuseUnless(of.members.includes(personId), 'vote.not-a-member', { persons: [name] });
  refuseUnlessHeld(of, circumstances.now);
  refuseUnless(!presentAt(of).includes(personId), 'vote.present-already');
  return after(of, { came: [personId], went: [] }, rules, circumstances);
}

/** A member says that they leave. What they voted stays. */
export function checkOut(of: Meeting, rules: Rules, circumstances: Circumstances): Outcome<Meeting> {
  const { personId } = circumstances.actor;
  refuseUnlessHeld(of, circumstances.now);
  refuseUnless(presentAt(of).includes(personId), 'vote.not-present');
  return after(of, { came: [], went: [personId] }, rules, circumstances);
}
