import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { dossierFailed } from '#domain/dossier/request';
import { step } from '#functions/runtime/step';

const input = z.object({ schemaVersion: z.literal(1), exportId: z.string() });

/** Notes that a dossier could not be made, so that it is asked for again and nobody waits for it. */
export const handler = step(input, async ({ input: { exportId }, deps }) => {
  const outcome = dossierFailed(await deps.exports.get(exportId), { actor: systemActor, now: deps.now() });
  if (outcome) await deps.exports.save(outcome);
});
