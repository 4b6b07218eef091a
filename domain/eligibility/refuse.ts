import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';

/** The office refuses the application, in any stage that offers it, by an article and with a reason the applicant is told. */
export function refuse(
  of: Application,
  { reason, article }: { reason: string; article: string },
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'refuse', circumstances.actor);
  const ended = { stage: of.stage, reason, article, at: circumstances.now };
  return decided(
    circumstances,
    { ...move(of, 'Refused', circumstances.now), ended },
    moved(of, 'applicationRefused', 'Refused', { reason, article }),
  );
}
