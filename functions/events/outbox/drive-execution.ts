import type { AuditEvent } from '#domain/audit/event';
import { isEnd } from '#domain/lifecycle';
import { wakeOutputOf } from '#domain/waiting';
import type { Deps } from '#functions/runtime/deps';

type Kind = 'application' | 'revocation';

/** The wait that the event may end: of the stage that was left, of the stage that goes on, or the one just opened. */
const waitStageOf = ({ type, move, wake, detail }: AuditEvent, stage: string): string | undefined => {
  if (type === 'waitOpened') return String(detail?.stage);
  return move?.from ?? (wake ? stage : undefined);
};

const begins = ({ type, move }: AuditEvent) => move?.from === 'Draft' || type === 'revocationOpened';

/**
 * Keeps the case's execution in step with the table, which is the truth: starts it, resumes its wait, or starts it
 * again at the case's stage when it is gone. Every part can be repeated.
 */
export async function driveExecution(happened: AuditEvent, deps: Deps): Promise<void> {
  const kind = happened.recordType as Kind;
  if (kind !== 'application' && kind !== 'revocation') return;
  const of = { kind, recordId: happened.recordId };
  if (begins(happened) && happened.move?.to !== 'Withdrawn') return deps.executions.start(kind, of.recordId);
  // The execution ended with the case: what leads back from an end begins another.
  if (happened.move && isEnd(kind, happened.move.from))
    return deps.executions.start(kind, of.recordId, happened.move.to, happened.eventId);
  if (happened.type === 'caseRestarted')
    return deps.executions.start(kind, of.recordId, String(happened.detail?.stage), happened.eventId);

  // Most events (a section saved, a file declared) concern no execution; they cost no read.
  if (!happened.move && !happened.wake && happened.type !== 'waitOpened') return;
  const record = await (kind === 'application'
    ? deps.applications.get(of.recordId)
    : deps.revocations.get(of.recordId));
  const stage = waitStageOf(happened, record.stage);
  const output = stage && wakeOutputOf(kind, record, stage);
  const token = output && (await deps.waits.token(of, stage));
  // No token: the machine has not come to this wait yet; when it does, its own event ends it.
  if (!stage || !output || !token) return;
  const resumed = await deps.executions.resume(token, output);
  await deps.waits.forget(of, stage, token);
  if (resumed === 'gone' && !isEnd(kind, record.stage))
    await deps.executions.start(kind, of.recordId, record.stage, happened.eventId);
}
