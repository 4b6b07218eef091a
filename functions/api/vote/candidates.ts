import type { Meeting } from '#domain/vote/meeting';
import type { Strike } from '#domain/vote/strike';
import { leftTheVote } from '#domain/vote/left-the-vote';
import type { Taken } from '#domain/vote/standing';
import { placesTaken } from '#domain/vote/places-taken';
import type { Deps } from '#functions/runtime/deps';

/** Which candidates withdrew, ended or are suspended since the meeting was convened. */
export async function strikesOf({ candidates, revocationId }: Meeting, deps: Deps): Promise<Strike[]> {
  // A winner does not withdraw from a revocation.
  if (revocationId) return [];
  const applications = await deps.applications.whereabouts(candidates.map((c) => c.applicationId));
  return applications.flatMap((a) => leftTheVote(a) ?? []);
}

/** The places that earlier votes of the cycle gave away and that are not free again. */
export async function takenIn({ cycleId, revocationId }: Meeting, deps: Deps): Promise<Taken> {
  if (revocationId) return [];
  const lists = await Array.fromAsync(deps.lists.ofKind(cycleId, 'voteResult'));
  const won = lists.flatMap((l) => l.entries.filter((e) => e.outcome === 'in'));
  return placesTaken(won, await deps.applications.whereabouts(won.map((e) => e.applicationId)));
}
