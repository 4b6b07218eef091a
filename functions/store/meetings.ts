import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CycleList } from '#domain/list/list';
import type { Outcome } from '#domain/record';
import type { BallotSlip } from '#domain/vote/ballot';
import type { Choice, Meeting } from '#domain/vote/meeting';
import { meeting } from '#domain/vote/meeting';
import { indexes } from '#functions/names';
import { lists } from './lists.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const box = (meetingId: string, applicationId: string) => `BALLOTS#${meetingId}#${applicationId}`;
const partition = (cycleId: string) => `CYCLE#${cycleId}#MEETINGS`;

/** Plenary meetings and their ballot boxes. */
export const meetings = (table: Table) => {
  const store = records(
    table,
    {
      type: 'meeting',
      id: (m) => m.meetingId,
      key: (id) => ({ pk: `MEETING#${id}`, sk: 'META' }),
      indexes: (m) => ({ listPk: partition(m.cycleId), listSk: m.meetingId }),
    },
    meeting,
  );
  return {
    ...store,
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, partition(cycleId), page),
    /**
     * Notes on the roll that the member voted and puts the slips into the boxes, in one transaction. A slip's key is
     * random (never a ULID: it would tell the time) and every application has a box of its own, so that a recused
     * member's shorter ballot is no trace either.
     */
    cast: (outcome: Outcome<Meeting>, slips: readonly BallotSlip[], randomId: () => string, answer: unknown) =>
      store.save(
        outcome,
        slips.map(({ applicationId, choice }): Companion => ({
          key: { pk: box(outcome.next.meetingId, applicationId), sk: randomId() },
          put: { type: 'ballot', choice },
        })),
        answer,
      ),
    /** Saves the closed ballot and the list it leads to, both or neither. */
    close: (outcome: Outcome<Meeting>, list: Outcome<CycleList>, answer: unknown) =>
      saveTogether(table, [store.part(outcome), lists(table).part(list)], [], answer),
    /** Empties the boxes for the count. */
    async slips({ meetingId, candidates }: Meeting): Promise<BallotSlip[]> {
      const boxes = await Promise.all(
        candidates.map(async ({ applicationId }) => {
          const { Items = [] } = await table.documents.send(
            new QueryCommand({
              TableName: table.core,
              KeyConditionExpression: 'pk = :pk',
              ExpressionAttributeValues: { ':pk': box(meetingId, applicationId) },
              ConsistentRead: true,
            }),
          );
          return Items.map((item) => ({ applicationId, choice: item.choice as Choice }));
        }),
      );
      return boxes.flat();
    },
  };
};
