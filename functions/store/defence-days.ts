import type { Application } from '#domain/application/application';
import type { DefenceDay } from '#domain/defence/day';
import { defenceDay, emptyDay } from '#domain/defence/day';
import type { Document } from '#domain/document/document';
import type { CivilDate, Outcome } from '#domain/record';
import { applications } from './applications.ts';
import { documents } from './documents.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Table } from './table.ts';

const idOf = (programmeId: string, date: CivilDate) => `${programmeId}~${date}`;

/** The days on which defences are held. */
export const defenceDays = (table: Table) => {
  const store = records(
    table,
    {
      type: 'defenceDay',
      id: (d) => idOf(d.programmeId, d.date),
      key: (id) => ({ pk: `DEFENCES#${id}`, sk: 'META' }),
    },
    defenceDay,
  );
  return {
    /** The day, read consistently; an empty one when nothing was planned on it yet. */
    of: async (programmeId: string, date: CivilDate): Promise<DefenceDay> =>
      (await store.find(idOf(programmeId, date))) ?? emptyDay(programmeId, date),
    /** Saves applications with the days on which they leave or take a place, and the papers named: all or nothing. */
    saveWith: (
      decisions: readonly Outcome<Application>[],
      days: readonly Outcome<DefenceDay>[],
      { answer, papers }: { readonly answer: unknown; readonly papers: readonly Outcome<Document>[] },
    ) =>
      saveTogether(
        table,
        [
          ...decisions.map((d) => applications(table).part(d)),
          ...days.map((d) => store.part(d)),
          ...papers.map((p) => documents(table).part(p)),
        ],
        [],
        answer,
      ),
  };
};
