import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt, endOf, plusDays } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { lastDayOf, plusWorkingDays } from '../calendar/working-days.ts';
import type { Rules } from '../cycle/rules.ts';
import type { ListKind } from '../list/list.ts';
import type { Instant } from '../record.ts';
import type { Notice, NoticeEntry, NoticeKind, PublishedNotice } from './notice.ts';
import { absenceOf } from './standing.ts';

/** The list that carries a notice to its applications. */
export const listKindOf = {
  EligibilityNotice: 'eligibilityNotice',
  AwardNotice: 'awardNotice',
} as const satisfies Record<NoticeKind, ListKind>;

/** The stages a preview looks at: the notice's own, and those before it whose cases may still come. */
export const previewedStages = {
  EligibilityNotice: ['EligibilityNotice', 'Consultation', 'EligibilityReview', 'Correction'],
  AwardNotice: ['AwardNotice', 'CommitteeVote'],
} as const satisfies Record<NoticeKind, readonly Application['stage'][]>;

/** When a notice that is published now runs (D2). */
export function periodFrom(
  now: Instant,
  { noticeDays }: Pick<Rules, 'noticeDays'>,
  calendars: readonly CalendarYear[],
): Pick<PublishedNotice, 'firstDay' | 'lastDay' | 'endsAt'> {
  const today = dateAt(now);
  const lastDay = lastDayOf(today, noticeDays, calendars);
  const firstDay = noticeDays.unit === 'workingDays' ? plusWorkingDays(today, 1, calendars) : plusDays(today, 1);
  return { firstDay, lastDay, endsAt: endOf(lastDay) };
}

/** What the public will read of an applicant. */
export const entryOf = (of: Application, { kind, corrects }: Pick<Notice, 'kind' | 'corrects'>): NoticeEntry => {
  const corrected = corrects?.names.find((n) => n.applicationId === of.applicationId);
  const employer = corrected?.employer ?? of.sections.individualIdentity?.content.employer;
  const award = kind === 'AwardNotice' ? of.awarding?.award : undefined;
  return {
    applicationId: of.applicationId,
    name: corrected?.name ?? nameOf(of),
    kind: of.kind,
    ...(of.kind === 'individual' && employer && { employer }),
    ...(award && { award }),
  };
};

/** Who of these would be on the notice and who not, and why. */
export const draftNotice = (applications: readonly Application[], of: Pick<Notice, 'kind' | 'corrects'>) => {
  const judged = applications.map((a) => ({ a, because: absenceOf(a, of.kind, of.corrects?.noticeId) }));
  return {
    entries: judged.flatMap(({ a, because }) => (because ? [] : [entryOf(a, of)])),
    out: judged.flatMap(({ a, because }) => (because ? [{ ...a, name: nameOf(a), because }] : [])),
  };
};
