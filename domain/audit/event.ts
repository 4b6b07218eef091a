import * as z from 'zod';

/** An entry of the audit trail, chained to the one before it of the same record. */
export const auditEvent = z.object({
  eventId: z.string(),
  recordType: z.string(),
  recordId: z.string(),
  programmeId: z.string(),
  sequence: z.int().positive(),
  at: z.iso.datetime(),
  actor: z.object({ personId: z.string(), name: z.string() }),
  type: z.string(),
  detail: z.record(z.string(), z.unknown()).optional(),
  move: z.object({ from: z.string(), to: z.string() }).optional(),
  wake: z.literal(true).optional(),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof auditEvent>;

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  );
};

/** One text per value, whatever the order its keys were written in. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

type Hash = (previousHash: string, event: Omit<AuditEvent, 'hash' | 'previousHash'>) => string;

/** The first sequence at which a record's events stop being one unbroken chain, or undefined when they are whole. */
export function firstBreak(
  events: readonly AuditEvent[],
  head: { sequence: number; hash: string },
  hashOf: Hash,
): number | undefined {
  let previous = '';
  for (const [index, { hash, previousHash, ...event }] of events.entries()) {
    if (event.sequence !== index + 1 || previousHash !== previous || hashOf(previous, event) !== hash) return index + 1;
    previous = hash;
  }
  return events.length === head.sequence && previous === head.hash ? undefined : events.length + 1;
}
