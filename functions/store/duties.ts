import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import type { YearlyDuty } from '#domain/post-award/duty';
import { yearlyDuty } from '#domain/post-award/duty';
import { shardOf } from '#domain/post-award/shard';
import { indexes } from '#functions/names';
import { closedCases, isClosedCase } from './closed-cases.ts';
import { due } from './due.ts';
import { filledPage } from './filled-page.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Part, Shape } from './save.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#DUTIES`;
const partyOf = ({ ownerId, certificateNumber }: Pick<YearlyDuty, 'ownerId' | 'certificateNumber'>) =>
  ownerId ? `PERSON#${ownerId}#DUTIES` : `WINNER#${certificateNumber}#DUTIES`;

/** Whose digest names it: a winner's duties are one worker's, the office's are spread over all. */
const recipientOf = (d: YearlyDuty) => (d.party === 'winner' ? d.ownerId : 'office');
const partOf = (d: YearlyDuty) => shardOf(d.party === 'winner' ? d.ownerId : d.dutyId);

const shape: Shape<YearlyDuty> = {
  type: 'duty',
  id: (d) => d.dutyId,
  key: (id) => ({ pk: `DUTY#${id}`, sk: 'META' }),
  indexes: (d) => ({
    listPk: partition(d.programmeId),
    listSk: `${d.status}#${d.dueOn}#${d.dutyId}`,
    partyPk: partyOf(d),
    partySk: `${d.status}#${d.dueOn}#${d.dutyId}`,
    ...(d.remindOn && {
      duePk: `DUTIES#${partOf(d)}`,
      dueSk: `${d.remindOn}#${recipientOf(d)}#${d.dutyId}`,
    }),
  }),
};

/** A duty that a digest is due for, and where it stands in its part of the index. */
export interface DueDuty {
  readonly duty: YearlyDuty;
  readonly place: string;
}

/** What is owed after an award. */
export const duties = (table: Table) => {
  const store = records(table, shape, yearlyDuty);
  const marked = new Set<string>();
  /** No duty is due for a digest without a mark that points at its part: the daily sweep reads the marks alone. */
  const markDays = async (saved: readonly YearlyDuty[]) => {
    for (const d of saved) {
      if (!d.remindOn) continue;
      const mark = { dueOn: d.remindOn, type: 'duties', recordId: String(partOf(d)) };
      const name = `${mark.dueOn}#${mark.recordId}`;
      if (!marked.has(name)) await due(table).mark(mark);
      marked.add(name);
    }
  };
  const page = async (read: (asked: PageRequest) => ReturnType<typeof store.page>, asked: PageRequest) => {
    const closed = await closedCases(table);
    return filledPage(read, asked, (d) => !closed.has(d.applicationId));
  };
  return {
    ...store,
    /** The duty. Throws `Refused` record.not-found; also when the reader has a conflict with the winner's application. */
    async get(id: string): Promise<YearlyDuty> {
      const found = await store.get(id);
      if (await isClosedCase(table, found.applicationId)) throw new Refused('record.not-found', { record: 'duty' });
      return found;
    },
    async save(outcome: Outcome<YearlyDuty>, companions: readonly Companion[] = [], answer?: unknown) {
      await markDays([outcome.next]);
      return store.save(outcome, companions, answer);
    },
    /** Decisions as parts of a larger save. */
    async parts(outcomes: readonly Outcome<YearlyDuty>[]): Promise<Part[]> {
      await markDays(outcomes.map((o) => o.next));
      return outcomes.map((o) => store.part(o));
    },
    /** Saves what a digest changes, and the digest: all or nothing. */
    async saveTogether(outcomes: readonly Outcome<YearlyDuty>[], more: readonly Part[] = [], answer?: unknown) {
      await markDays(outcomes.map((o) => o.next));
      await saveTogether(table, [...more, ...outcomes.map((o) => store.part(o))], [], answer);
    },
    /** A page of a programme's duties, those in a status or all: the last due first. */
    ofProgramme: (programmeId: string, { status, ...asked }: PageRequest & { status?: YearlyDuty['status'] }) =>
      page(
        (one) =>
          store.page(indexes.byList, partition(programmeId), one, {
            newestFirst: true,
            prefix: status && `${status}#`,
          }),
        asked,
      ),
    /** All of a programme's duties. */
    allOf: (programmeId: string) => store.all(indexes.byList, partition(programmeId)),
    /** The first duties of a programme in a status, the soonest due first. */
    soonest: async (programmeId: string, status: YearlyDuty['status'], limit: number) =>
      (await store.page(indexes.byList, partition(programmeId), { limit }, { prefix: `${status}#` })).items,
    ofPerson: (ownerId: string, asked: PageRequest) =>
      store.page(indexes.byParty, partyOf({ ownerId, certificateNumber: '' }), asked, { newestFirst: true }),
    /** All duties of a winner in a status. */
    ofWinner: (of: Pick<YearlyDuty, 'ownerId' | 'certificateNumber'>, status: YearlyDuty['status']) =>
      store.all(indexes.byParty, partyOf(of), { prefix: `${status}#` }),
    /** What a digest is due for up to a day in one part, by day and recipient, from a place on; page by page. */
    async *due(part: number, today: string, from: string): AsyncGenerator<DueDuty> {
      let start: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await table.documents.send(
          new QueryCommand({
            TableName: table.core,
            IndexName: indexes.byDue,
            KeyConditionExpression: 'duePk = :pk AND dueSk BETWEEN :from AND :until',
            ExpressionAttributeValues: { ':pk': `DUTIES#${part}`, ':from': from || '0', ':until': `${today}#~` },
            Limit: 200,
            ExclusiveStartKey: start,
          }),
        );
        for (const { data, dueSk } of Items)
          if (dueSk !== from) yield { duty: yearlyDuty.parse(data), place: String(dueSk) };
        start = LastEvaluatedKey;
      } while (start);
    },
  };
};
