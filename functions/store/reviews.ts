import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Application } from '#domain/application/application';
import type { Outcome } from '#domain/record';
import type { ReturnedSheet } from '#domain/review/return-sheet';
import type { Review } from '#domain/review/review';
import { review } from '#domain/review/review';
import { indexes } from '#functions/names';
import { applications } from './applications.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Shape } from './save.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const partition = (applicationId: string) => `REVIEWS#${applicationId}`;
const party = (personId: string) => `PERSON#${personId}#REVIEWS`;

const shape = {
  type: 'review',
  id: (r) => r.reviewId,
  key: (id) => ({ pk: partition(id.slice(0, id.lastIndexOf('~'))), sk: id }),
  indexes: (r) => ({ partyPk: party(r.assessorId), partySk: r.reviewId }),
} as const satisfies Shape<Review>;

/** A new sheet as it is saved together with what opens it; never over one that is there. */
const opened = (sheet: Review): Companion => ({
  key: shape.key(sheet.reviewId),
  put: { type: shape.type, version: sheet.version, ...shape.indexes(sheet), data: sheet },
  mustBeFree: 'record.changed',
});

/** Assessors' sheets: of an application, of an assessor. */
export const reviews = (table: Table) => {
  const store = records(table, shape, review);
  return {
    ...store,
    opened,
    /** Saves a panel with the empty sheets of its new members, and closes those of who left it. */
    async form(
      outcome: Outcome<Application>,
      fresh: readonly Review[],
      closed: readonly Outcome<Review>[],
    ): Promise<Application> {
      const formed = applications(table).part(outcome);
      await saveTogether(table, [formed, ...closed.map((sheet) => store.part(sheet))], fresh.map(opened));
      return formed.next;
    },
    /** Saves a returned sheet and opens its next version. */
    returned: ({ application, returned, next }: ReturnedSheet, answer: unknown): Promise<void> =>
      saveTogether(table, [applications(table).part(application), store.part(returned)], [opened(next)], answer),
    /** The applications of a cycle that the person reviews, or reviewed without stepping back. */
    async casesOf(personId: string, cycleId: string): Promise<ReadonlySet<string>> {
      const cases = new Set<string>();
      for await (const sheet of store.all(indexes.byParty, party(personId)))
        if (sheet.cycleId === cycleId && !sheet.voided) cases.add(sheet.applicationId);
      return cases;
    },
    /** The applications that the person was ever given a sheet of, which was not voided. */
    async allCasesOf(personId: string): Promise<string[]> {
      const cases = new Set<string>();
      for await (const sheet of store.all(indexes.byParty, party(personId)))
        if (!sheet.voided) cases.add(sheet.applicationId);
      return [...cases];
    },
    /** All sheets of an application, read consistently: one handed in a moment ago is there. */
    async of(applicationId: string): Promise<Review[]> {
      const { Items = [] } = await table.documents.send(
        new QueryCommand({
          TableName: table.core,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': partition(applicationId) },
          ConsistentRead: true,
        }),
      );
      return Items.map((item) => review.parse(item.data));
    },
    /** A page of an assessor's sheets, newest first. */
    ofAssessor: (personId: string, page: PageRequest) =>
      store.page(indexes.byParty, party(personId), page, { newestFirst: true }),
  };
};
