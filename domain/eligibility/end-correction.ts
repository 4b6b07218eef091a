import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

/**
 * The correction was not handed in by 24:00 of its due day: the office decides on what was handed in before (D18).
 * Throws `Refused` eligibility.correction-running.
 */
export function endCorrection(of: Application, circumstances: Circumstances): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'endCorrection', actor);
  const endsAt = of.correction?.endsAt ?? '';
  refuseUnless(now >= endsAt, 'eligibility.correction-running', { endsAt });
  const { handedIn, ...rest } = of;
  return decided(
    circumstances,
    { ...move(rest, 'EligibilityReview', now), sections: handedIn ?? of.sections },
    moved(of, 'correctionLapsed', 'EligibilityReview', { dueOn: of.correction?.dueOn }),
  );
}
