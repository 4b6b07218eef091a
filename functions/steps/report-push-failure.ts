import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { failPush } from '#domain/platform-push/proceed';
import { step } from '#functions/runtime/step';

const input = z.object({ schemaVersion: z.literal(1), recordId: z.string(), error: z.string() });

/** All tries failed: the push says so, and the staff are told. The error's name only. */
export const handler = step(input, async ({ input: { recordId, error }, deps }) => {
  const push = await deps.pushes.get(recordId);
  const outcome = failPush(push, error, { actor: systemActor, now: deps.now() });
  if (outcome) await deps.pushes.save(outcome);
  return { delivered: !outcome };
});
