import type * as z from 'zod';
import type { DraftGround, newCycle } from '#domain/cycle/draft';
import type { Deps } from '#functions/runtime/deps';

/** What a draft refers to, as it is stored. Throws `Refused` record.not-found for what is not. */
export async function groundOf(
  deps: Deps,
  programmeId: string,
  { criteria, exceptionalResolutionId }: z.infer<typeof newCycle>,
  cycleId?: string,
): Promise<DraftGround> {
  const named = Object.values(criteria).filter((id) => id !== undefined);
  const [programme, others, resolution, ...editions] = await Promise.all([
    deps.programmes.get(programmeId),
    deps.cycles.others(programmeId, cycleId),
    exceptionalResolutionId ? deps.resolutions.get(exceptionalResolutionId) : undefined,
    ...named.map((id) => deps.editions.get(id)),
  ]);
  return { programme, others, resolution, editions };
}
