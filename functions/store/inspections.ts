import type { Followed } from '#domain/inspection/follow';
import type { Inspection } from '#domain/inspection/inspection';
import { inspection } from '#domain/inspection/inspection';
import { Refused } from '#domain/refused';
import { indexes } from '#functions/names';
import { closedCases, isClosedCase } from './closed-cases.ts';
import { duties } from './duties.ts';
import { filledPage } from './filled-page.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { revocations } from './revocations.ts';
import { saveTogether } from './save.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#INSPECTIONS`;

/** Yearly inspections. */
export const inspections = (table: Table) => {
  const store = records<Inspection>(
    table,
    {
      type: 'inspection',
      id: (i) => i.inspectionId,
      key: (id) => ({ pk: `INSPECTION#${id}`, sk: 'META' }),
      indexes: (i) => ({ listPk: partition(i.programmeId), listSk: `${i.status}#${i.plan.on}#${i.inspectionId}` }),
    },
    inspection,
  );
  return {
    ...store,
    /** The inspection. Throws `Refused` record.not-found; also when the reader has a conflict with the winner. */
    async get(id: string): Promise<Inspection> {
      const found = await store.get(id);
      if (await isClosedCase(table, found.applicationId))
        throw new Refused('record.not-found', { record: 'inspection' });
      return found;
    },
    /** Saves a step with the duties that end and begin by it, and the case it opens: all or nothing. */
    async follow({ inspection: step, duties: owed, revocation }: Followed, answer: unknown): Promise<void> {
      const opened = revocation && revocations(table);
      await saveTogether(
        table,
        [
          store.part(step),
          ...(await duties(table).parts(owed)),
          ...(revocation && opened ? [opened.part(revocation)] : []),
        ],
        revocation && opened ? opened.seatTaken(revocation) : [],
        answer,
      );
    },
    /** All of a programme's inspections. */
    allOf: (programmeId: string) => store.all(indexes.byList, partition(programmeId)),
    /** A page of a programme's inspections, those in a status or all, the last planned first. */
    async ofProgramme(programmeId: string, { status, ...asked }: PageRequest & { status?: Inspection['status'] }) {
      const closed = await closedCases(table);
      const narrow = { newestFirst: true, prefix: status && `${status}#` };
      return filledPage(
        (one) => store.page(indexes.byList, partition(programmeId), one, narrow),
        asked,
        (i) => !closed.has(i.applicationId),
      );
    },
  };
};
