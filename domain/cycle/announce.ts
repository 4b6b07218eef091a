import type * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Cycle } from './cycle.ts';
import type { Calendars } from './draft.ts';
import { refuseIfTooSoon } from './five-years.ts';
import { missingIn, yearsOf } from './missing.ts';
import type { newPublication, Publication } from './publication.ts';
import { pinPublication, publish } from './publication.ts';

/** What an announcement publishes, and the ids it is published under. */
export interface Documents {
  readonly announcement: z.infer<typeof newPublication>;
  readonly circular: z.infer<typeof newPublication>;
}

interface Ground {
  readonly others: readonly Cycle[];
  readonly calendars: Calendars;
  readonly newId: (prefix: string) => string;
}

/** A cycle and the documents that are published with it: saved together or not at all. */
export interface Published {
  readonly cycle: Outcome<Cycle>;
  readonly documents: readonly Outcome<Publication>[];
}

/**
 * Publishes the announcement (公告) and the circular (通知) and pins everything the cycle goes by (A15). Throws `Refused`
 * cycle.already-announced, cycle.dates-wrong, cycle.too-soon, cycle.incomplete naming what is missing, and
 * cycle.number-taken when both are given one number.
 */
export function announce(
  of: Cycle,
  { announcement, circular }: Documents,
  { others, calendars, newId }: Ground,
  circumstances: Circumstances,
): Published {
  const { now } = circumstances;
  refuseUnless(of.status === 'draft', 'cycle.already-announced');
  const missing = missingIn(of, calendars);
  if (missing.length > 0)
    throw new Refused(
      'cycle.incomplete',
      {
        fields: missing.map((m) => m.field),
        missing: missing.map((m) => m.zh),
        missingEn: missing.map((m) => m.en).join(', '),
      },
      missing[0]?.article,
    );
  refuseUnless(of.opensAt >= now, 'cycle.dates-wrong');
  refuseIfTooSoon(of, others);
  refuseUnless(announcement.number !== circular.number, 'cycle.number-taken');
  const documents = [
    publish(of, { kind: 'announcement', publicationId: newId('pub') }, announcement, circumstances),
    publish(of, { kind: 'circular', publicationId: newId('pub') }, circular, circumstances),
  ] as const;
  const [first, second] = documents;
  const pinned = yearsOf(of).flatMap((year) => calendars.filter((c) => c.year === year));
  return {
    documents,
    cycle: decided(
      circumstances,
      {
        ...of,
        status: 'announced',
        calendars: pinned.map(({ year, revision, source }) => ({ year, revision, source })),
        announcement: pinPublication(first.next),
        circular: pinPublication(second.next),
      },
      { type: 'cycleAnnounced', detail: { announcement: announcement.number, circular: circular.number } },
    ),
  };
}
