import type { Application } from '../application/application.ts';
import { dateAt, endOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter, move, moved } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

interface Request {
  /** What is to be corrected or added, one sentence each. */
  readonly items: readonly string[];
  readonly rules: Pick<Rules, 'correctionWorkingDays'>;
  readonly calendars: readonly CalendarYear[];
}

/** Asks the applicant to correct the application: one round, ending at 24:00 of the due day (D18). */
export function requestCorrection(
  of: Application,
  { items, rules, calendars }: Request,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'requestCorrection', actor);
  const requestedAt = of.correction?.requestedAt;
  refuseUnless(!requestedAt, 'eligibility.correction-used', { requestedAt });
  const dueOn = plusWorkingDays(dateAt(now), rules.correctionWorkingDays, calendars);
  return decided(
    circumstances,
    {
      ...move(of, 'Correction', now),
      correction: { items: [...items], requestedAt: now, dueOn, endsAt: endOf(dueOn) },
      duty: { party: 'applicant', dueOn, reminded: [] },
    },
    moved(of, 'correctionRequested', 'Correction', { items, dueOn }),
  );
}
