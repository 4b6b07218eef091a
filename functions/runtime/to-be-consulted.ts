import type { Application } from '#domain/application/application';
import { isSuspended } from '#domain/suspension/is-suspended';
import type { Deps } from './deps.ts';

/** The applicants of a cycle on whom departments can be asked: those named, or all who wait for it and were not asked. */
export async function toBeConsulted(
  deps: Deps,
  cycleId: string,
  departmentCodes: readonly string[],
  named?: readonly string[],
): Promise<Application[]> {
  if (named) return Promise.all([...new Set(named)].map((id) => deps.applications.get(id)));
  const waiting: Application[] = [];
  for await (const a of deps.applications.inStage(cycleId, 'Consultation'))
    if (!isSuspended(a) && !a.consultations.some((c) => departmentCodes.includes(c.departmentCode))) waiting.push(a);
  return waiting;
}
