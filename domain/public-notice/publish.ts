import type { CalendarYear } from '../calendar/working-days.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CycleList } from '../list/list.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { listKindOf, periodFrom } from './draft.ts';
import type { Notice, PublishedNotice } from './notice.ts';

/** The notice that the public reads, the list that carries it to the applications, the notice it corrects: saved together. */
export interface Publication {
  readonly notice: Outcome<PublishedNotice>;
  readonly list: Outcome<CycleList>;
  readonly superseded?: Outcome<Notice> | undefined;
}

interface Whole {
  /** With its last page. */
  readonly notice: Notice;
  readonly corrected?: Notice | undefined;
  readonly rules: Pick<Rules, 'noticeDays'>;
  readonly calendars: readonly CalendarYear[];
}

/**
 * The notice is whole: it is public from now on and frozen, and its period begins (A16, A21, D2). The one it corrects is
 * superseded in the same moment, with the reason.
 */
export function publishNotice(
  { notice, corrected, rules, calendars }: Whole,
  circumstances: Circumstances,
): Publication {
  const { now } = circumstances;
  const { programmeId, cycleId, noticeId, listId, entryCount, preparing, corrects } = notice;
  const period = periodFrom(now, rules, calendars);
  const kind = listKindOf[notice.kind];
  const list: CycleList = {
    ...newHead(programmeId),
    listId,
    cycleId,
    kind,
    at: now,
    by: preparing.by,
    entries: [],
    progress: { entries: entryCount, bundles: preparing.bundles, applied: 0, failed: [] },
    facts: { noticeId, endsAt: period.endsAt, ...(corrects && { corrects: corrects.noticeId }) },
  };
  return {
    notice: decided(
      circumstances,
      { ...notice, ...period, status: 'published', publishedAt: now },
      { type: 'noticeOpened', detail: { kind: notice.kind, listId, ...period, entries: entryCount } },
    ),
    list: decided(circumstances, list, { type: 'listFixed', detail: { kind, listId } }),
    superseded:
      corrected &&
      corrects &&
      decided(
        circumstances,
        { ...corrected, status: 'superseded', superseded: { by: noticeId, reason: corrects.reason, at: now } },
        { type: 'noticeSuperseded', detail: { by: noticeId, reason: corrects.reason } },
      ),
  };
}
