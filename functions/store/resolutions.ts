import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Document } from '#domain/document/document';
import type { Outcome } from '#domain/record';
import type { Resolution } from '#domain/resolution/resolution';
import { resolution } from '#domain/resolution/resolution';
import { indexes } from '#functions/names';
import { documents } from './documents.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#RESOLUTIONS`;
const numbers = (programmeId: string, year: string) => `RESOLUTIONNUMBERS#${programmeId}#${year}`;

/** What keeps a resolution from being the ground of two changes of cycles. */
export const used = (resolutionId: string, holder: string): Companion => ({
  key: { pk: `RESOLUTION#${resolutionId}`, sk: 'USED' },
  put: { type: 'resolutionUsed', holder },
  mustBeFree: 'resolution.used',
});

/** Resolutions of the committees, each with a number of its own in its year. */
export const resolutions = (table: Table) => {
  const store = records(
    table,
    {
      type: 'resolution',
      id: (r) => r.resolutionId,
      key: (id) => ({ pk: `RESOLUTION#${id}`, sk: 'META' }),
      indexes: (r) => ({ listPk: partition(r.programmeId), listSk: `${r.adoptedOn}#${r.resolutionId}` }),
    },
    resolution,
  );
  return {
    ...store,
    /** The number that follows in the year; two who record at once cannot both get it. */
    async nextNumber(programmeId: string, year: string): Promise<number> {
      const { Items = [] } = await table.documents.send(
        new QueryCommand({
          TableName: table.core,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': numbers(programmeId, year) },
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      );
      return Number(Items[0]?.sk ?? 0) + 1;
    },
    /** Saves a resolution, claims its number, and notes where its signed paper lies from now on, if it has one. */
    async record(
      outcome: Outcome<Resolution>,
      running: number,
      signed: Outcome<Document> | undefined,
    ): Promise<Resolution> {
      const { programmeId, adoptedOn, resolutionId } = outcome.next;
      const number: Companion = {
        key: { pk: numbers(programmeId, adoptedOn.slice(0, 4)), sk: String(running).padStart(6, '0') },
        put: { type: 'resolutionNumber', holder: resolutionId },
        mustBeFree: 'record.changed',
      };
      const parts = [store.part(outcome), ...(signed ? [documents(table).part(signed)] : [])];
      await saveTogether(table, parts, [number], outcome.next);
      return outcome.next;
    },
    ofProgramme: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byList, partition(programmeId), page, { newestFirst: true }),
  };
};
