import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Application } from '#domain/application/application';
import type { SteppedBack } from '#domain/conflict/step-back';
import { onSite } from '#domain/on-site/on-site';
import type { Outcome } from '#domain/record';
import { materialReview } from '#domain/review/panel';
import { applications } from './applications.ts';
import { closedCaseKey, closedCases } from './closed-cases.ts';
import { reviews } from './reviews.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const reportsOf = (applicationId: string) => `FORMER-REPORTS#${applicationId}`;
const visitsOf = (applicationId: string) => `FORMER-VISITS#${applicationId}`;

async function allOf<T>({ documents, core }: Table, pk: string, schema: z.ZodType<T>): Promise<T[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: core,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
  );
  return Items.map((item) => schema.parse(item.data));
}

/** Conflicts of interest, kept in the application; a mark beside it tells which cases are closed to a person. */
export const conflicts = (table: Table) => ({
  /** Saves a conflict with all it voids, or nothing of it. */
  stepBack: ({ application, sheets, formerReport, formerVisit }: SteppedBack, personId: string, answer: unknown) => {
    const { applicationId } = application.next;
    const beside: Companion[] = [
      { key: closedCaseKey(personId, applicationId), put: { type: 'conflict', applicationId } },
      ...(formerReport
        ? [
            {
              key: { pk: reportsOf(applicationId), sk: formerReport.at },
              put: { type: 'report', data: formerReport },
            },
          ]
        : []),
      ...(formerVisit
        ? [
            {
              key: { pk: visitsOf(applicationId), sk: application.now },
              put: { type: 'visit', data: formerVisit },
            },
          ]
        : []),
    ];
    const parts = [applications(table).part(application), ...sheets.map((s) => reviews(table).part(s))];
    return saveTogether(table, parts, beside, answer);
  },
  lift: (outcome: Outcome<Application>, personId: string, answer: unknown) =>
    applications(table).save(
      outcome,
      [{ key: closedCaseKey(personId, outcome.next.applicationId), remove: true }],
      answer,
    ),
  /** The applications that are closed to whoever asks. */
  closed: () => closedCases(table),
  /** The applications that are closed to a reader of messages. */
  closedTo: (reader: string) => closedCases({ ...table, reader }),
  /** The reports that were set aside, the oldest first. */
  formerReports: (applicationId: string) => allOf(table, reportsOf(applicationId), materialReview),
  /** The visits that were set aside as they were signed and reported, the oldest first. */
  formerVisits: (applicationId: string) => allOf(table, visitsOf(applicationId), onSite),
});
