import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { decided } from '#domain/record';
import { lockFor, retainUntil } from '#domain/retention/kept-until';
import type { Deps } from '#functions/runtime/deps';
import { step } from '#functions/runtime/step';

const input = z.object({
  schemaVersion: z.literal(1),
  recordType: z.enum(['cycle', 'revocation']),
  recordId: z.string(),
});

/** A cycle was completed or archived: everything of it is kept from then on (A29, D13). */
async function keepCycle(cycleId: string, deps: Deps): Promise<{ files: number }> {
  const cycle = await deps.cycles.get(cycleId);
  const until = retainUntil(cycle);
  const files = await deps.locks.lockUntil(`${cycle.programmeId}/${cycleId}/`, until);
  const event = { type: 'retentionExtended', detail: { until, files } };
  await deps.cycles.save(decided({ actor: systemActor, now: deps.now() }, cycle, event));
  return { files };
}

/** A revocation was opened or ended: on hold while it is open, and kept as long as a ban lasts (A27, D13). */
async function keepApplication(revocationId: string, deps: Deps): Promise<{ files: number }> {
  const { applicationId } = await deps.revocations.get(revocationId);
  const application = applicationId ? await deps.applications.find(applicationId) : undefined;
  if (!application?.receipt) return { files: 0 };
  const { programmeId, cycleId } = application;
  const ties = await deps.ties.of(application, await deps.ties.openCases(programmeId));
  const { until, onHold } = lockFor(await deps.cycles.get(cycleId), ties);
  const folder = `${programmeId}/${cycleId}/${applicationId}/`;
  await deps.locks.lockUntil(folder, until);
  const files = await deps.locks.hold(folder, onHold);
  const event = { type: 'retentionExtended', detail: { until, onHold, files } };
  await deps.applications.save(decided({ actor: systemActor, now: deps.now() }, application, event));
  return { files };
}

/** Locks files for as long as they have to be kept now. Run twice, it changes nothing more. */
export const handler = step(input, ({ input: { recordType, recordId }, deps }) =>
  recordType === 'cycle' ? keepCycle(recordId, deps) : keepApplication(recordId, deps),
);
