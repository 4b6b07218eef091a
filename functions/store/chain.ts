import { createHash } from 'node:crypto';
import type { AuditEvent } from '#domain/audit/event';
import { canonical } from '#domain/audit/event';

/** The hash that links an event to the one before it: SHA-256 over the previous hash and the event's canonical form. */
export const linkHash = (previousHash: string, event: Omit<AuditEvent, 'hash' | 'previousHash'>): string =>
  createHash('sha256').update(previousHash).update('\n').update(canonical(event)).digest('hex');
