import * as z from 'zod';
import { instantOf } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Edition } from '../review/criteria/edition.ts';
import { criteriaKinds, pinEdition } from '../review/criteria/edition.ts';
import { cycle } from './cycle.ts';
import type { Cycle, publication } from './cycle.ts';

/** What the office enters to prepare a cycle. */
export const newCycle = cycle
  .pick({
    title: true,
    year: true,
    approvalReference: true,
    exceptionalResolution: true,
    opensAt: true,
    closesAt: true,
    rules: true,
  })
  .extend({
    title: cycle.shape.title.min(1).max(200),
    approvalReference: cycle.shape.approvalReference.min(1).max(100),
    criteria: z
      .object({ organisation: z.string(), individual: z.string() })
      .partial()
      .default({})
      .describe('The ids of the editions by which each kind is reviewed (A11)'),
  });

const inFiveYears = 5;

/**
 * Prepares a cycle. Throws `Refused` cycle.too-soon when another announced cycle is less than five calendar years away
 * and no committee decision is attached (A5), cycle.dates-wrong.
 */
export function draftCycle(
  programmeId: string,
  cycleId: string,
  { criteria, ...described }: z.infer<typeof newCycle>,
  { others, editions }: { others: readonly Cycle[]; editions: readonly Edition[] },
  circumstances: Circumstances,
): Outcome<Cycle> {
  // With milliseconds, as every instant here is written, so that instants compare as text.
  const opensAt = instantOf(Date.parse(described.opensAt));
  const closesAt = instantOf(Date.parse(described.closesAt));
  refuseUnless(opensAt < closesAt, 'cycle.dates-wrong');
  refuseIfTooSoon(described, others);
  const named = criteriaKinds.flatMap((kind) => {
    const edition = editions.find((e) => e.editionId === criteria[kind]);
    return edition ? [[kind, pinEdition(edition, kind, programmeId)]] : [];
  });
  return decided(
    circumstances,
    {
      ...newHead(programmeId),
      cycleId,
      ...described,
      opensAt,
      closesAt,
      criteria: Object.fromEntries(named) as Cycle['criteria'],
      status: 'draft',
    },
    { type: 'cycleDrafted', detail: { title: described.title, approvalReference: described.approvalReference } },
  );
}

function refuseIfTooSoon(described: Pick<Cycle, 'year' | 'exceptionalResolution'>, others: readonly Cycle[]): void {
  const near = others.find((c) => c.status !== 'draft' && Math.abs(c.year - described.year) < inFiveYears);
  if (near && !described.exceptionalResolution)
    throw new Refused('cycle.too-soon', { year: described.year, previous: near.year });
}

/**
 * Publishes the announcement (公告) and the circular (通知) and pins the cycle's settings (A15). Throws `Refused`
 * cycle.already-announced, cycle.too-soon, cycle.dates-wrong.
 */
export function announce(
  of: Cycle,
  documents: { announcement: z.infer<typeof publication>; circular: z.infer<typeof publication> },
  others: readonly Cycle[],
  circumstances: Circumstances,
): Outcome<Cycle> {
  const { now } = circumstances;
  refuseUnless(of.status === 'draft', 'cycle.already-announced');
  refuseUnless(of.opensAt >= now, 'cycle.dates-wrong');
  refuseIfTooSoon(of, others);
  refuseUnless(!!of.criteria.organisation && !!of.criteria.individual, 'criteria.not-named');
  return decided(
    circumstances,
    {
      ...of,
      status: 'announced',
      announcement: { ...documents.announcement, publishedAt: now },
      circular: { ...documents.circular, publishedAt: now },
    },
    {
      type: 'cycleAnnounced',
      detail: { announcement: documents.announcement.number, circular: documents.circular.number },
    },
  );
}
