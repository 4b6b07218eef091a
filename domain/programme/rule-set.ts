import * as z from 'zod';
import { dateAt } from '../calendar/civil.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Programme } from './programme.ts';

/** What an administrator enters of the regulation as it was issued or revised. */
export const newRuleSet = z.object({
  title: z.string().trim().min(1).max(200).describe('《昆明市市长质量奖管理办法(2020年修订)》'),
  documentNumber: z.string().trim().min(1).max(60),
  legalBasis: z.string().trim().min(1).max(500).describe('What it rests on itself'),
  issuedOn: z.iso.date(),
  effectiveOn: z.iso.date(),
});

/** A version of the regulation that cycles go by (A1). It never changes; a revision is the next version. */
export const ruleSet = newRuleSet.extend({ version: z.int().positive(), addedAt: z.iso.datetime() });
export type RuleSet = z.infer<typeof ruleSet>;

/** A version as a cycle names it. */
export const ruleSetPin = ruleSet.pick({ version: true, title: true, documentNumber: true, issuedOn: true });

/**
 * Adds a version of the rule set (A1). Throws `Refused` rule-set.exists for a document that is there already,
 * rule-set.not-issued for one that is dated later than today.
 */
export function addRuleSet(
  to: Programme,
  described: z.infer<typeof newRuleSet>,
  circumstances: Circumstances,
): Outcome<Programme> {
  const { documentNumber, issuedOn } = described;
  refuseUnless(!to.ruleSets.some((r) => r.documentNumber === documentNumber), 'rule-set.exists', { documentNumber });
  refuseUnless(issuedOn <= dateAt(circumstances.now), 'rule-set.not-issued', { issuedOn });
  const added = { ...described, version: to.ruleSets.length + 1, addedAt: circumstances.now };
  return decided(
    circumstances,
    { ...to, ruleSets: [...to.ruleSets, added] },
    { type: 'ruleSetAdded', detail: { version: added.version, documentNumber } },
  );
}

/** Names a version. Throws `Refused` rule-set.unknown. */
export function pinRuleSet(versions: readonly RuleSet[], version: number): z.infer<typeof ruleSetPin> {
  const found = versions.find((r) => r.version === version);
  if (!found) throw new Refused('rule-set.unknown', { version });
  const { title, documentNumber, issuedOn } = found;
  return { version, title, documentNumber, issuedOn };
}
