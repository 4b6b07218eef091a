import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, DomainEvent, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Meeting } from './meeting.ts';
import type { Question } from './round.ts';

/** Whether a part reaches a fraction of the whole, exactly: ⅔ of 9 is 6. */
export const reaches = (part: number, [numerator, denominator]: readonly [number, number], whole: number): boolean =>
  part * denominator >= whole * numerator;

/** Whether the member has stepped back from the applicant. */
export const isRecused = ({ recusals }: Pick<Meeting, 'recusals'>, personId: string, applicationId: string): boolean =>
  recusals.some((r) => r.personId === personId && r.applicationId === applicationId);

/** Members in the room who are not recused for the applicant. */
export const votersOn = (of: Meeting, applicationId: string): string[] =>
  of.attendance.filter((a) => !a.leftAt && !isRecused(of, a.personId, applicationId)).map((a) => a.personId);

/** An applicant on whom too few may vote. */
export interface Short {
  readonly applicationId: string;
  readonly base: number;
}

/** The applicants of those given for whom there is no quorum after recusals: counted per applicant (D4). */
export const shortOf = (of: Meeting, applicationIds: readonly string[], { quorum }: Pick<Rules, 'quorum'>): Short[] =>
  [...new Set(applicationIds)].flatMap((applicationId) => {
    const base = votersOn(of, applicationId).length;
    return reaches(base, quorum, of.members.length) ? [] : [{ applicationId, base }];
  });

/** The questions of a ballot that are still asked: none about who has left the vote. */
export const askedOn = ({ ballot, struck }: Pick<Meeting, 'ballot' | 'struck'>): Question[] =>
  (ballot?.questions ?? []).filter((q) => !struck.some((s) => s.applicationId === q.applicationId));

/** Decides what happened in the room; an open ballot that has lost its quorum by it halts, and cast ballots stay. */
export function haltIfShort(
  next: Meeting,
  rules: Rules,
  circumstances: Circumstances,
  event: DomainEvent,
): Outcome<Meeting> {
  const asked = askedOn(next).map((q) => q.applicationId);
  const short = next.status === 'open' ? shortOf(next, asked, rules) : [];
  if (short.length === 0) return decided(circumstances, next, event);
  return decided(circumstances, { ...next, status: 'halted' }, event, {
    type: 'ballotHalted',
    detail: { for: short.map((s) => s.applicationId) },
  });
}
