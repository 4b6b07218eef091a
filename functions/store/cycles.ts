import type { Published } from '#domain/cycle/announce';
import type { Cycle } from '#domain/cycle/cycle';
import { cycle } from '#domain/cycle/cycle';
import { indexes } from '#functions/names';
import { filledPage } from './filled-page.ts';
import { publications } from './publications.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { used } from './resolutions.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#CYCLES`;

/** Two cycles announced at once would each not see the other (A5): whoever counted wrongly looks again. */
const oneMoreThan = (programmeId: string, announced: number): Companion => ({
  key: { pk: partition(programmeId), sk: 'ANNOUNCED' },
  put: { type: 'announcedCycles', announcedCycles: announced + 1 },
  condition: {
    expression: 'attribute_not_exists(pk) OR announcedCycles = :announced',
    values: { ':announced': announced },
  },
});

/** Cycles of the programmes. */
export const cycles = (table: Table) => {
  const store = records(
    table,
    {
      type: 'cycle',
      id: (c) => c.cycleId,
      key: (id) => ({ pk: `CYCLE#${id}`, sk: 'META' }),
      indexes: (c) => ({ listPk: partition(c.programmeId), listSk: `${c.year}#${c.cycleId}` }),
    },
    cycle,
  );
  const saveWithDocuments = async ({ cycle: of, documents }: Published, more: Companion[], answer: unknown) => {
    const published = documents.map((document) => publications(table).part(document));
    const parts = [store.part(of), ...published.map((p) => p.part)];
    await saveTogether(table, parts, [...published.map((p) => p.companion), ...more], answer);
  };
  return {
    ...store,
    /** Saves an announcement with its documents. `others` are the programme's other cycles, as they were looked at. */
    announce(of: Published, others: readonly Cycle[], answer: unknown): Promise<void> {
      const { programmeId, cycleId, exceptionalResolution: ground } = of.cycle.next;
      const announced = others.filter((c) => c.status !== 'draft').length;
      const grounds = ground ? [used(ground.resolutionId, cycleId)] : [];
      return saveWithDocuments(of, [oneMoreThan(programmeId, announced), ...grounds], answer);
    },
    /** Saves an amendment with its document; its resolution serves no other change. */
    amend(of: Published, answer: unknown): Promise<void> {
      const { cycleId, amendments } = of.cycle.next;
      const last = amendments.at(-1);
      const grounds = last ? [used(last.resolution.resolutionId, `${cycleId}#${last.amendment}`)] : [];
      return saveWithDocuments(of, grounds, answer);
    },
    /** The programme's cycles other than one, drafts included. */
    async others(programmeId: string, cycleId?: string): Promise<Cycle[]> {
      const found: Cycle[] = [];
      for await (const c of store.all(indexes.byList, partition(programmeId))) if (c.cycleId !== cycleId) found.push(c);
      return found;
    },
    /** A page of the programme's drafts, or of its other cycles, the newest first. */
    ofProgramme: (programmeId: string, page: PageRequest, drafts = false) =>
      filledPage(
        (more) => store.page(indexes.byList, partition(programmeId), more, { newestFirst: true }),
        page,
        (c) => (c.status === 'draft') === drafts,
      ),
  };
};
