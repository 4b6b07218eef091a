import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { messageOn } from '#domain/platform-push/message';
import { deliverPush } from '#domain/platform-push/proceed';
import { step } from '#functions/runtime/step';

const input = z.object({ schemaVersion: z.literal(1), recordId: z.string() });

/**
 * Sends a revocation to a platform and keeps its receipt. Tried again after a crash between the two, the platform
 * answers with the receipt that it gave before.
 */
export const handler = step(input, async ({ input: { recordId }, deps }) => {
  const push = await deps.pushes.get(recordId);
  if (push.status === 'delivered') return { delivered: true };
  const revocation = await deps.revocations.get(push.revocationId);
  const winner = await deps.winners.get(push.certificateNumber);
  const message = messageOn(revocation, winner, await deps.programmes.get(push.programmeId));
  const { platform, pushId: idempotencyKey } = push;
  const receipt = await deps.platforms.send({ platform, idempotencyKey, message, now: deps.now() });
  await deps.revocations.deliver(deliverPush(push, revocation, receipt, { actor: systemActor, now: deps.now() }));
  return { delivered: true };
});
