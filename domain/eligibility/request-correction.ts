import type { Application } from '../application/application.ts';
import { dateAt, endOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter, move, moved } from '../case.ts';
import type { SectionName } from '../application/form.ts';
import { belongsTo, formOf } from '../application/form-editions.ts';
import { documentLabels } from '../application/form-labels.ts';
import type { CorrectionItem } from './correction-item.ts';
import { itemsToFind } from './findings.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

interface Request {
  /** What is to be corrected or added: a sentence, or with the part of the application it is about. */
  readonly items: readonly (string | CorrectionItem)[];
  readonly rules: Pick<Rules, 'correctionWorkingDays' | 'formVersion' | 'exclusionsForIndividuals'>;
  readonly calendars: readonly CalendarYear[];
}

/** What an item names that is no part of such an application, in the edition of the form that the cycle pinned. */
function unfitParts(
  { kind }: Application,
  { section, documentKind, condition }: CorrectionItem,
  rules: Request['rules'],
): string[] {
  const { sections } = formOf(rules.formVersion);
  const { conditions, exclusions } = itemsToFind(kind, rules);
  const isSection = (name: string): name is SectionName => Object.hasOwn(sections, name);
  return [
    ...(section !== undefined && !(isSection(section) && belongsTo(kind, section)) ? [section] : []),
    ...(documentKind !== undefined && !Object.hasOwn(documentLabels, documentKind) ? [documentKind] : []),
    ...(condition !== undefined && ![...conditions, ...exclusions].includes(condition) ? [condition] : []),
  ];
}

/**
 * Asks the applicant to correct the application: one round, ending at 24:00 of the due day (D18). Throws `Refused`
 * eligibility.correction-used, eligibility.correction-unfit.
 */
export function requestCorrection(
  of: Application,
  { items, rules, calendars }: Request,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'requestCorrection', actor);
  const requestedAt = of.correction?.requestedAt;
  refuseUnless(!requestedAt, 'eligibility.correction-used', { requestedAt });
  const named = items.map((item) => (typeof item === 'string' ? { what: item } : item));
  const unfit = named.flatMap((item) => unfitParts(of, item, rules));
  refuseUnless(unfit.length === 0, 'eligibility.correction-unfit', { parts: unfit });
  const dueOn = plusWorkingDays(dateAt(now), rules.correctionWorkingDays, calendars);
  return decided(
    circumstances,
    {
      ...move(of, 'Correction', now),
      // What is edited and never handed in is not what the office decides on.
      handedIn: of.sections,
      correction: { items: named, requestedAt: now, dueOn, endsAt: endOf(dueOn) },
      duty: { party: 'applicant', dueOn, reminded: [] },
    },
    moved(of, 'correctionRequested', 'Correction', { items: named, dueOn }),
  );
}
