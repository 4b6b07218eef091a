import type { Cycle } from '#domain/cycle/cycle';
import { refuseUnless } from '#domain/refused';
import type { ReopeningFacts } from '#domain/vote/reopen';
import type { Deps } from '#functions/runtime/deps';

/** The votes of a cycle and what became of everyone voted on. Who has a conflict with one of them does not decide. */
export async function reopeningFacts({ cycleId }: Cycle, deps: Deps): Promise<ReopeningFacts> {
  const results = await Array.fromAsync(deps.lists.ofKind(cycleId, 'voteResult'));
  const reopenings = await Array.fromAsync(deps.lists.ofKind(cycleId, 'reopenedVote'));
  const ids = [...new Set(results.flatMap((l) => l.entries.map((e) => e.applicationId)))];
  const closed = await deps.conflicts.closed();
  refuseUnless(!ids.some((id) => closed.has(id)), 'conflict.with-one-of-them');
  return { results, reopenings, applications: await Promise.all(ids.map((id) => deps.applications.get(id))) };
}
