import type { Rules } from '#domain/cycle/rules';
import { rules } from '#domain/cycle/rules';
import type { Deps } from '#functions/runtime/deps';

/** The settings of the cycle; of an award from before this system, which has none, the defaults (A30). */
export const pinnedRules = async (cycleId: string, deps: Deps): Promise<Rules> =>
  cycleId === '' ? rules.parse({}) : (await deps.cycles.get(cycleId)).rules;
