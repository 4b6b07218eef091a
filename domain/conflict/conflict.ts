import * as z from 'zod';

/** What makes a person partial, now or within the years that the rules look back (D26). */
export const conflictGrounds = [
  'employment',
  'customerOrSupplier',
  'consulting',
  'financialInterest',
  'kin',
  'other',
] as const;
export type ConflictGround = (typeof conflictGrounds)[number];

/** A conflict of interest of one person with one application: declared by themselves or recorded by the office. */
export const conflict = z.object({
  personId: z.string(),
  ground: z.enum(conflictGrounds),
  statement: z.string(),
  source: z.enum(['declared', 'recorded']),
  by: z.string(),
  at: z.iso.datetime(),
  leftPanel: z.boolean().describe('Was on the panel until then: the office names a substitute'),
  lifted: z.object({ by: z.string(), reason: z.string(), at: z.iso.datetime() }).optional(),
});
export type Conflict = z.infer<typeof conflict>;

interface Conflicted {
  readonly conflicts?: readonly Conflict[] | undefined;
}

/** The person's conflict that stands, if there is one. */
const standing = (of: Conflicted, personId: string): Conflict | undefined =>
  of.conflicts?.find((c) => c.personId === personId && !c.lifted);

/**
 * The one question behind every list, read and message: whether the person has a standing conflict with the
 * application. Whoever has sees nothing of it, the office's staff included (A9, A17, D26).
 */
export const isConflicted = (of: Conflicted, personId: string): boolean => standing(of, personId) !== undefined;
