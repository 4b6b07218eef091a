import * as z from 'zod';
import type { Circumstances, Outcome } from '../../record.ts';
import { decided, newHead, recordHead } from '../../record.ts';
import { Refused, refuseUnless } from '../../refused.ts';
import type { Criteria } from './criteria.ts';
import { criteria, itemsOf } from './criteria.ts';

/** Whom criteria are for; each kind has its own (A11). */
export const criteriaKinds = ['organisation', 'individual'] as const;
export type CriteriaKind = (typeof criteriaKinds)[number];

/** Criteria as they were loaded into a programme. An edition never changes: what is new is another edition. */
export const edition = criteria.extend({
  ...recordHead,
  editionId: z.string(),
  kind: z.enum(criteriaKinds),
  loadedAt: z.iso.datetime(),
  loadedBy: z.string(),
});
export type Edition = z.infer<typeof edition>;

/** What anyone may know of an edition. */
export const editionView = edition.omit({ version: true, chain: true, loadedBy: true });

/** What an administrator loads: the content of a file. */
export const editionFile = criteria.extend({ kind: z.enum(criteriaKinds) });

const total = 1000;
/** A sheet and a panel's report hold every item with its comments in one record. */
const mostItems = 60;

const twice = (codes: readonly string[]) => [...new Set(codes.filter((code, i) => codes.indexOf(code) !== i))];

function refuseUnlessSound(of: Criteria): void {
  const items = itemsOf(of);
  const sum = items.reduce((points, i) => points + i.points, 0);
  refuseUnless(sum === total, 'criteria.points-wrong', { sum, total });
  const codes = twice([...of.categories, ...items].map((c) => c.code));
  refuseUnless(codes.length === 0, 'criteria.codes-twice', { codes });
  refuseUnless(items.length <= mostItems, 'criteria.too-many-items', { count: items.length, most: mostItems });
}

/**
 * Loads an edition (A11). Throws `Refused` criteria.points-wrong unless its items make 1000 points, criteria.codes-twice
 * unless every code of a category or item is its own, criteria.too-many-items.
 */
export function loadEdition(
  programmeId: string,
  editionId: string,
  file: z.infer<typeof editionFile>,
  circumstances: Circumstances,
): Outcome<Edition> {
  refuseUnlessSound(file);
  const { actor, now } = circumstances;
  return decided(
    circumstances,
    { ...newHead(programmeId), editionId, ...file, loadedAt: now, loadedBy: actor.personId },
    { type: 'criteriaLoaded', detail: { kind: file.kind, edition: file.edition } },
  );
}

/** An edition as a cycle names it. The edition never changes, so neither do the cycle's criteria. */
export const editionPin = edition.pick({ editionId: true, edition: true });
export const editionPins = z.object({ organisation: editionPin.optional(), individual: editionPin.optional() });

/** Names an edition for a kind of applicant. Throws `Refused` criteria.not-of-kind, record.not-found. */
export function pinEdition(of: Edition, kind: CriteriaKind, programmeId: string): z.infer<typeof editionPin> {
  if (of.programmeId !== programmeId) throw new Refused('record.not-found', { record: 'edition' });
  refuseUnless(of.kind === kind, 'criteria.not-of-kind', { edition: of.edition, kind });
  return { editionId: of.editionId, edition: of.edition };
}
