import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { rules } from '#domain/cycle/rules';
import { decided } from '#domain/record';
import { folders } from '#domain/retention/folders';
import { afterBan, keptUntil, lockFor, retainUntil } from '#domain/retention/kept-until';
import type { Revocation } from '#domain/revocation/revocation';
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
  const files = await deps.locks.lockUntil(folders.application(cycle.programmeId, cycleId, ''), until);
  const event = { type: 'retentionExtended', detail: { until, files } };
  await deps.cycles.save(decided({ actor: systemActor, now: deps.now() }, cycle, event));
  return { files };
}

/** What was handed in for the award. */
async function keepApplication({ applicationId }: Revocation, deps: Deps): Promise<number> {
  const application = applicationId ? await deps.applications.find(applicationId) : undefined;
  if (!application?.receipt) return 0;
  const { programmeId, cycleId } = application;
  const ties = await deps.ties.of(application, await deps.ties.openCases(programmeId));
  const { until, onHold } = lockFor(retainUntil(await deps.cycles.get(cycleId)), ties);
  const folder = `${folders.application(programmeId, cycleId, applicationId)}/`;
  await deps.locks.lockUntil(folder, until);
  const files = await deps.locks.hold(folder, onHold);
  const event = { type: 'retentionExtended', detail: { until, onHold, files } };
  await deps.applications.save(decided({ actor: systemActor, now: deps.now() }, application, event));
  return files;
}

/** What came after the award: the winner's reports and inspections, and the file of the case itself. */
async function keepAfterAward(
  { programmeId, revocationId, certificateNumber }: Revocation,
  deps: Deps,
): Promise<number> {
  const { cycleId } = await deps.winners.get(certificateNumber);
  const pinned = cycleId ? (await deps.cycles.get(cycleId)).rules : rules.parse({});
  const ties = await deps.ties.ofWinner(certificateNumber, await deps.ties.openCases(programmeId));
  const { until, onHold } = lockFor(keptUntil(deps.now(), pinned), ties);
  const own = `${folders.revocation(programmeId, revocationId)}/`;
  await deps.locks.lockUntil(own, until);
  let files = await deps.locks.hold(own, onHold);
  // Each year's: their ids are those of the duties. They keep their own retention; a ban alone lengthens it.
  const banned = afterBan(ties.ban);
  for (const begins of [
    folders.annualReport(programmeId, `annualReport-${certificateNumber}-`),
    folders.inspection(programmeId, `inspection-${certificateNumber}-`),
  ]) {
    if (banned) await deps.locks.lockUntil(begins, banned);
    files += await deps.locks.hold(begins, onHold);
  }
  return files;
}

/** A revocation was opened or ended: on hold while it is open, and kept as long as a ban lasts (A27, D13). */
async function keepWinner(revocationId: string, deps: Deps): Promise<{ files: number }> {
  const revocation = await deps.revocations.get(revocationId);
  return { files: (await keepApplication(revocation, deps)) + (await keepAfterAward(revocation, deps)) };
}

/** Locks files for as long as they have to be kept now. Run twice, it changes nothing more. */
export const handler = step(input, ({ input: { recordType, recordId }, deps }) =>
  recordType === 'cycle' ? keepCycle(recordId, deps) : keepWinner(recordId, deps),
);
