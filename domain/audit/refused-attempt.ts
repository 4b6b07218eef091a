import * as z from 'zod';
import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';

/** An attempt that was refused: part of the audit trail, though no record changed. */
export const refusedAttempt = z.object({
  at: z.iso.datetime(),
  requestId: z.string(),
  programmeId: z.string().optional().describe('Absent where the request was about no record that is there'),
  route: z.string().describe('Method and path, without the names of records'),
  personId: z.string(),
  code: z.string(),
  article: z.string().optional(),
  params: z.record(z.string(), z.string()).optional().describe('The records named in the path'),
});
export type RefusedAttempt = z.infer<typeof refusedAttempt>;

/**
 * Whether the actor oversees the attempt: as auditor of its programme, or of the installation where it was about none.
 * What was tried on a case that is closed to the auditor is kept from them too (D26).
 */
export const overseesAttempt = (
  actor: Actor,
  { programmeId, params }: RefusedAttempt,
  closed: ReadonlySet<string>,
): boolean => hasRole(actor, 'auditor', programmeId ?? '*') && !closed.has(params?.applicationId ?? '');
