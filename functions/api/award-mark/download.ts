import type { Actor } from '#domain/actor';
import type { Winner } from '#domain/approval/winner';
import { refuseUnlessEntitled } from '#domain/award-mark/entitlement';
import type { Deps } from '#functions/runtime/deps';
import type { RawAnswer } from '#functions/runtime/raw-answer';

/** The winner, when the caller acts for it and the award stands. */
export async function entitledWinner(certificateNumber: string, actor: Actor, deps: Deps): Promise<Winner> {
  const winner = await deps.winners.get(certificateNumber);
  // An imported winner has no application: whose account the office named acts for it, and nobody beside them.
  const application = winner.applicationId ? await deps.applications.find(winner.applicationId) : undefined;
  refuseUnlessEntitled(winner, application ?? {}, actor);
  return winner;
}

/** A file as a download under a name that may be Chinese. */
export const download = (bytes: Buffer, contentType: string, name: string): RawAnswer => ({
  contentType,
  body: bytes.toString('base64'),
  base64: true,
  headers: { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}` },
});
