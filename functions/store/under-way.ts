import { closingOf } from '#domain/application/extend';
import type { Cycle } from '#domain/cycle/cycle';
import type { Stage } from '#domain/lifecycle';
import { isEnd, waitingStages } from '#domain/lifecycle';
import { applications } from './applications.ts';
import { revocations } from './revocations.ts';
import type { Table } from './table.ts';
import { winners } from './winners.ts';

/** What of a cycle is not over yet. Whoever asks has no part in a case: every case counts, and none is named. */
export const underWay = (table: Table) => {
  const all = { ...table, reader: undefined };
  return {
    /** The stages in which applications of the cycle are; a draft counts while its time is extended. */
    async stagesOf(cycle: Cycle, now: string): Promise<Stage[]> {
      const store = applications(all);
      const found = await Promise.all(
        (waitingStages('application') as Stage[]).map(async (stage) => {
          const { items } = await store.ofCycle(cycle.cycleId, { limit: 1 }, stage);
          return items.length > 0 ? [stage] : [];
        }),
      );
      for await (const draft of store.inStage(cycle.cycleId, 'Draft'))
        if (closingOf(draft, cycle) > now) return ['Draft', ...found.flat()];
      return found.flat();
    },
    /** Whether a revocation of one of the cycle's winners is not over. */
    async hasRevocation({ programmeId, cycleId }: Cycle): Promise<boolean> {
      for await (const { stage, certificateNumber } of revocations(all).allOf(programmeId)) {
        if (isEnd('revocation', stage)) continue;
        if ((await winners(all).get(certificateNumber)).cycleId === cycleId) return true;
      }
      return false;
    },
  };
};
