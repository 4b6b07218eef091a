import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { AuditEvent } from '#domain/audit/event';
import { auditEvent } from '#domain/audit/event';

/**
 * The audit event that a stream record of the audit table carries; undefined for anything else there (refused attempts
 * share the table and are nobody's business downstream).
 */
export function eventInImage(image: Record<string, unknown> | undefined): AuditEvent | undefined {
  if (!image) return undefined;
  const read = auditEvent.safeParse(unmarshall(image as Record<string, AttributeValue>));
  return read.success ? read.data : undefined;
}
