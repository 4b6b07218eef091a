import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Assessor } from '#domain/assessor/assessor';
import { assessor } from '#domain/assessor/assessor';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#ASSESSORS`;
const idOf = (programmeId: string, assessorId: string) => `${programmeId}~${assessorId}`;
const seatKey = (programmeId: string, personId: string) => ({
  pk: `ASSESSOR-PERSON#${programmeId}#${personId}`,
  sk: 'META',
});

/** One item per person in the pool: nobody is in it twice, and who is named for a panel is found by it. */
const seats = ({ programmeId, assessorId, personId }: Assessor, before: Assessor | undefined): Companion[] => [
  ...(personId
    ? [
        {
          key: seatKey(programmeId, personId),
          put: { type: 'seat', holder: assessorId },
          mustBeFree: 'assessor.person-taken' as const,
        },
      ]
    : []),
  ...(before?.personId && before.personId !== personId
    ? [{ key: seatKey(programmeId, before.personId), remove: true as const }]
    : []),
];

/** The assessor pool of a programme. */
export const assessors = (table: Table) => {
  const store = records(
    table,
    {
      type: 'assessor',
      id: (a) => idOf(a.programmeId, a.assessorId),
      key: (id) => ({ pk: `ASSESSOR#${id}`, sk: 'META' }),
      indexes: (a) => ({ listPk: partition(a.programmeId), listSk: a.assessorId }),
    },
    assessor,
  );
  const find = (programmeId: string, assessorId: string) => store.find(idOf(programmeId, assessorId));
  return {
    find,
    get: (programmeId: string, assessorId: string) => store.get(idOf(programmeId, assessorId)),
    /** Saves an entry; refused assessor.person-taken when another entry has its person. */
    save: (outcome: Outcome<Assessor>, before?: Assessor) => store.save(outcome, seats(outcome.next, before)),
    /** The person's entry, or undefined. */
    async ofPerson(programmeId: string, personId: string): Promise<Assessor | undefined> {
      const { Item } = await table.documents.send(
        new GetCommand({ TableName: table.core, Key: seatKey(programmeId, personId), ConsistentRead: true }),
      );
      return Item && find(programmeId, String(Item.holder));
    },
    list: (programmeId: string, page: PageRequest) => store.page(indexes.byList, partition(programmeId), page),
    /** The whole pool, by number. */
    all: (programmeId: string) => store.all(indexes.byList, partition(programmeId)),
  };
};
