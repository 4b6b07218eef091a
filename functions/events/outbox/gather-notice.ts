import { systemActor } from '#domain/actor';
import type { ListEntry } from '#domain/list/list';
import { entriesAtOnce } from '#domain/list/progress';
import { draftNotice } from '#domain/public-notice/draft';
import { gatherPage, voidNotice } from '#domain/public-notice/gather';
import type { Notice } from '#domain/public-notice/notice';
import { publishNotice } from '#domain/public-notice/publish';
import type { Deps } from '#functions/runtime/deps';

/** What the list says to an application of its place on the notice. */
const carried = ({ title }: Notice, entries: ReturnType<typeof draftNotice>['entries']): ListEntry[] =>
  entries.map(({ applicationId, award }) => ({
    applicationId,
    outcome: 'in',
    reason: title,
    ...(award && { award }),
  }));

/**
 * Looks at a page of the stage's applications and puts those who can be published on the notice; the event of that save
 * lets the next page follow. The last page publishes it. A page that is looked at again writes its bundle again.
 */
export async function gatherNotice(noticeId: string, page: number, deps: Deps): Promise<void> {
  const notice = await deps.notices.get(noticeId);
  const { status, kind, cycleId, listId, preparing } = notice;
  if (status !== 'preparing' || preparing.pages !== page) return;
  const asked = { limit: entriesAtOnce, cursor: preparing.cursor };
  const { items, cursor } = await deps.applications.ofCycle(cycleId, asked, kind);
  const { entries } = draftNotice(items, notice);
  if (entries.length > 0) {
    await deps.notices.entries.write(noticeId, preparing.bundles, entries);
    await deps.lists.writeBundle(listId, preparing.bundles, carried(notice, entries));
  }
  const circumstances = { actor: systemActor, now: deps.now() };
  const gathered = gatherPage(notice, { entries: entries.length, cursor: cursor ?? '' }, circumstances);
  if (cursor) await deps.notices.save(gathered);
  else if (gathered.next.entryCount === 0) await deps.notices.save(voidNotice(gathered.next, circumstances));
  else await deps.notices.publish(await wholeOf(gathered.next, deps));
}

async function wholeOf(notice: Notice, deps: Deps) {
  const { rules } = await deps.cycles.get(notice.cycleId);
  const { calendars } = await deps.programmes.get(notice.programmeId);
  const corrected = notice.corrects && (await deps.notices.get(notice.corrects.noticeId));
  return publishNotice({ notice, corrected, rules, calendars }, { actor: systemActor, now: deps.now() });
}
