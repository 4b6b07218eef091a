import type { Cycle } from '../cycle/cycle.ts';
import type { CycleList } from '../list/list.ts';
import { isThrough } from '../list/progress.ts';
import type { Programme } from '../programme/programme.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Notice, NoticeKind } from './notice.ts';

interface Ordered {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly noticeId: string;
  readonly listId: string;
}

/** What is known when a notice is ordered. */
interface Standing {
  readonly cycle: Pick<Cycle, 'cycleId' | 'programmeId'>;
  readonly programme: Pick<Programme, 'name' | 'nameEn'>;
  /** The notices of this kind in the cycle, in any state. */
  readonly earlier: readonly Notice[];
  /** The lists that carry them. */
  readonly lists: readonly Pick<CycleList, 'progress'>[];
}

/** Throws `Refused` notice.under-way: two at once would publish the same applicants twice. */
function refuseIfUnderWay({ earlier, lists }: Standing): void {
  const isUnderWay =
    earlier.some((n) => n.status === 'preparing') || lists.some((l) => l.progress && !isThrough(l.progress));
  refuseUnless(!isUnderWay, 'notice.under-way');
}

const ordered = (
  { cycle, programme }: Standing,
  of: Ordered & Pick<Notice, 'corrects'>,
  circumstances: Circumstances,
): Outcome<Notice> =>
  decided(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      ...of,
      cycleId: cycle.cycleId,
      publisher: { zh: `${programme.name}评审办公室`, en: `Review Office, ${programme.nameEn}` },
      status: 'preparing',
      preparing: { by: circumstances.actor.personId, at: circumstances.now, pages: 0, bundles: 0 },
      entryCount: 0,
    },
    { type: 'noticePreparing', detail: { kind: of.kind, pages: 0, corrects: of.corrects?.noticeId } },
  );

/**
 * The office has a notice put together of everyone who can be published, and published in its name (A16, A21). Throws
 * `Refused` notice.under-way.
 */
export function prepareNotice(standing: Standing, of: Ordered, circumstances: Circumstances): Outcome<Notice> {
  requireRole(circumstances.actor, 'office', standing.cycle.programmeId);
  refuseIfUnderWay(standing);
  return ordered(standing, of, circumstances);
}

/**
 * A running notice with an error (a name is wrong, someone is missing) is not changed: another takes its place, with a
 * full period of its own, and the old one says so and why (D2). Throws `Refused` notice.not-running, notice.under-way.
 */
export function correctNotice(
  wrong: Notice,
  standing: Standing,
  of: Omit<Ordered, 'kind'> & Omit<NonNullable<Notice['corrects']>, 'noticeId'>,
  circumstances: Circumstances,
): Outcome<Notice> {
  requireRole(circumstances.actor, 'office', wrong.programmeId);
  refuseIfUnderWay(standing);
  const { status, endsAt = '', noticeId } = wrong;
  if (status !== 'published' || circumstances.now >= endsAt) throw new Refused('notice.not-running');
  const { reason, names, ...named } = of;
  return ordered(standing, { ...named, kind: wrong.kind, corrects: { noticeId, reason, names } }, circumstances);
}
