import { dateAt } from '#domain/calendar/civil';
import type { Deps } from '#functions/runtime/deps';
import { remindPart } from './remind-part.ts';
import { tellStaff } from './tell-staff.ts';

/** So many digests of a part are sent by the daily sweep itself; more than that is the machine's, part beside part. */
const byItself = 100;

const fromTheStart = { from: '', programmes: [], failed: 0 };

/** What the day's marks point at. */
export interface Marked {
  readonly parts: ReadonlySet<number>;
  readonly programmes: ReadonlySet<string>;
}

/**
 * Sends the digests of the duties after the award. A few are sent here; when there are many, the machine is started,
 * which sweeps all parts at once, as long as it takes.
 */
export async function sweepDuties({ parts, programmes }: Marked, runId: string, deps: Deps): Promise<void> {
  const told = new Set(programmes);
  for (const part of parts) {
    const swept = await remindPart({ part, ...fromTheStart }, byItself, deps);
    if (swept.failed > 0) throw new Error(`part ${part}: ${swept.failed} digests not sent`);
    for (const programmeId of swept.programmes) told.add(programmeId);
    if (swept.from !== '') {
      const today = dateAt(deps.now());
      await deps.executions.startYearlyDuties(`remind-${today}-${runId}`, {
        parts: [...parts].map((one) => ({ part: one, ...fromTheStart })),
        programmes: [...told],
      });
      return;
    }
  }
  for (const programmeId of told) await tellStaff(programmeId, deps);
}
