import type { Circumstances } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Rested, Resolution } from '../resolution/resolution.ts';
import { restOn } from '../resolution/resolution.ts';
import type { Closed, Closing } from './close-ballot.ts';
import { settled } from './close-ballot.ts';
import type { Meeting } from './meeting.ts';
import { refuseUnlessPresiding } from './presiding.ts';
import type { Outcome } from '../record.ts';
import { decided } from '../record.ts';

/** Throws `Refused` resolution.* unless this meeting resolved so, and another member than the chair recorded it. */
function resolvedHere(
  of: Meeting,
  resolution: Resolution,
  { kind, since }: Pick<Rested, 'kind' | 'since'>,
  circumstances: Circumstances,
) {
  const { resolutionId, number } = restOn(resolution, { kind, since, programmeId: of.programmeId }, circumstances);
  refuseUnless(resolution.meetingId === of.meetingId, 'resolution.does-not-say-so', { number, kind });
  return { resolutionId, number };
}

/**
 * The places over which candidates still tie stay empty, by a recorded resolution of the committee: nobody gets them
 * (A4, D5). Only the chair declares it, and only while the meeting is tied.
 */
export function declareVacancy(
  of: Meeting,
  resolution: Resolution,
  { rules, taken, minutes, closed }: Pick<Closing, 'rules' | 'taken' | 'minutes' | 'closed'>,
  circumstances: Circumstances,
): Closed {
  refuseUnlessPresiding(of, circumstances.actor, closed);
  refuseUnless(of.status === 'tied', 'vote.wrong-status', { status: of.status });
  const since = of.rounds.at(-1)?.endedAt;
  const { resolutionId, number } = resolvedHere(of, resolution, { kind: 'vacancy', since }, circumstances);
  const vacancies = (of.ties ?? []).map((tie) => ({ ...tie, resolutionId, number }));
  const next = { ...of, vacancies: [...of.vacancies, ...vacancies] };
  return settled(of, next, { rules, taken, minutes }, circumstances, {
    type: 'vacancyDeclared',
    detail: { vacancies: vacancies.map(({ award, places }) => ({ award, places })), resolution: number },
  });
}

/**
 * Whoever fails for the Quality Award is voted on for the Nomination Award, on the same sheet. Only by a resolution of
 * the committee, and only before the first ballot is opened: afterwards it would be known whom it helps.
 */
export function allowNominationAfterFailure(
  of: Meeting,
  { resolution, closed }: { readonly resolution: Resolution; readonly closed: ReadonlySet<string> },
  circumstances: Circumstances,
): Outcome<Meeting> {
  refuseUnlessPresiding(of, circumstances.actor, closed);
  refuseUnless(of.revocationId === undefined, 'vote.on-a-revocation');
  refuseUnless(of.status === 'convened' && of.rounds.length === 0, 'vote.wrong-status', { status: of.status });
  const asked = { kind: 'nominationAfterFailure', since: of.startsAt } as const;
  const { resolutionId, number } = resolvedHere(of, resolution, asked, circumstances);
  return decided(
    circumstances,
    { ...of, nominationAfterFailure: { resolutionId, number } },
    { type: 'nominationAfterFailureAllowed', detail: { resolution: number } },
  );
}
