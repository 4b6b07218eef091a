import type { Rules } from '#domain/cycle/rules';
import { onRevocation } from '#domain/revocation/committee';
import type { Meeting } from '#domain/vote/meeting';
import type { Deps } from '#functions/runtime/deps';
import { pinnedRules } from '../cycle/pinned-rules.ts';

/** The settings that a meeting goes by: those that were pinned for the award it is about. */
export async function rulesFor({ cycleId, revocationId }: Meeting, deps: Deps): Promise<Rules> {
  const pinned = await pinnedRules(cycleId, deps);
  return revocationId ? onRevocation(pinned) : pinned;
}
