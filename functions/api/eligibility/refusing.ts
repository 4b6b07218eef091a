import type { Application } from '#domain/application/application';
import type { Refusing } from '#domain/eligibility/ground';
import type { Deps } from '#functions/runtime/deps';

/** What a refusal of the application is held against. */
export async function refusing(deps: Pick<Deps, 'cycles' | 'programmes'>, of: Application): Promise<Refusing> {
  const cycle = await deps.cycles.get(of.cycleId);
  const { calendars } = await deps.programmes.get(of.programmeId);
  return { cycle, calendars };
}
