import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt, endOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { lastDayOf } from '../calendar/working-days.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CycleList, ListKind } from '../list/list.ts';
import type { Instant } from '../record.ts';
import { isSuspended } from '../suspension/is-suspended.ts';
import type { Notice, NoticeKind } from './notice.ts';

/** The list that carries a notice to its applications. */
export const listKindOf = {
  EligibilityNotice: 'eligibilityNotice',
  AwardNotice: 'awardNotice',
} as const satisfies Record<NoticeKind, ListKind>;

/** What a notice is made of. */
export interface NoticeSource {
  readonly kind: NoticeKind;
  /** The cycle's applications in the notice's stage. */
  readonly applications: readonly Application[];
  /** The lists of the notices published before: some of them may still be on their way to their applications. */
  readonly earlier: readonly Pick<CycleList, 'entries'>[];
  readonly rules: Pick<Rules, 'noticeDays'>;
  readonly calendars: readonly CalendarYear[];
}

const entryOf = (kind: NoticeKind, of: Application): Notice['entries'][number] => {
  const employer = of.sections.individualIdentity?.content.employer;
  const award = kind === 'AwardNotice' ? of.awarding?.award : undefined;
  return {
    applicationId: of.applicationId,
    name: nameOf(of),
    kind: of.kind,
    ...(employer && { employer }),
    ...(award && { award }),
  };
};

/**
 * The notice as it would be published now: everyone in the stage who has not been published yet and is not suspended.
 * Publication day is not counted; it ends at 24:00 of the last day (D2).
 */
export function draftNotice(
  { kind, applications, earlier, rules, calendars }: NoticeSource,
  now: Instant,
): Pick<Notice, 'kind' | 'lastDay' | 'endsAt' | 'entries'> {
  const published = new Set(earlier.flatMap((list) => list.entries.map((e) => e.applicationId)));
  const due = applications.filter(
    (a) => a.stage === kind && !a.notices[kind] && !published.has(a.applicationId) && !isSuspended(a),
  );
  const lastDay = lastDayOf(dateAt(now), rules.noticeDays, calendars);
  return { kind, lastDay, endsAt: endOf(lastDay), entries: due.map((a) => entryOf(kind, a)) };
}
