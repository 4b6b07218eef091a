import { createHash } from 'node:crypto';
import type { Document } from '#domain/document/document';
import type { Outcome } from '#domain/record';
import type { Ban } from '#domain/revocation/ban';
import { ban } from '#domain/revocation/ban';
import { indexes } from '#functions/names';
import { documents } from './documents.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#BANS`;

/** The same applicant in the same programme has the same, whatever they call themselves; it tells nothing of who it is. */
export const banIdOf = (programmeId: string, identifier: string): string =>
  `ban_${createHash('sha256').update(`${programmeId}#${identifier}`).digest('hex').slice(0, 26)}`;

/** Who may not apply, by identifier (D12). */
export const bans = (table: Table) => {
  const store = records<Ban>(
    table,
    {
      type: 'ban',
      id: (b) => b.banId,
      key: (id) => ({ pk: `BAN#${id}`, sk: 'META' }),
      indexes: (b) => ({ listPk: partition(b.programmeId), listSk: `${b.until}#${b.banId}` }),
    },
    ban,
  );
  return {
    ...store,
    idOf: banIdOf,
    /** The ban on an applicant, over or not. Read consistently: whoever was banned a moment ago is refused. */
    find: (programmeId: string, identifier: string): Promise<Ban | undefined> =>
      store.find(banIdOf(programmeId, identifier)),
    /** Saves a lifting with where its signed decision lies. */
    lift: (outcome: Outcome<Ban>, signed: Outcome<Document>, answer: unknown) =>
      saveTogether(table, [store.part(outcome), documents(table).part(signed)], [], answer),
    /** A programme's bans, those that end last first. */
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
