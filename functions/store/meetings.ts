import type { CycleList } from '#domain/list/list';
import type { Outcome } from '#domain/record';
import type { Meeting } from '#domain/vote/meeting';
import { meeting } from '#domain/vote/meeting';
import type { Box, Choice } from '#domain/vote/round';
import { indexes } from '#functions/names';
import { ballotBoxes } from './ballot-boxes.ts';
import { lists } from './lists.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

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
  const boxes = ballotBoxes(table);
  return {
    ...store,
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, partition(cycleId), page),
    /** All meetings of a cycle, the oldest first. */
    allOfCycle: (cycleId: string) => store.all(indexes.byList, partition(cycleId)),
    /** Saves a new meeting under its number in the cycle: convened twice at once, the second is refused. */
    convene: (outcome: Outcome<Meeting>, answer: unknown) => {
      const { cycleId, ordinal, meetingId } = outcome.next;
      const number: Companion = {
        key: { pk: `CYCLE#${cycleId}#MEETINGNUMBERS`, sk: String(ordinal).padStart(4, '0') },
        put: { type: 'meetingNumber', holder: meetingId },
        mustBeFree: 'vote.meeting-under-way',
      };
      return store.save(outcome, [number], answer);
    },
    /** Saves an opened ballot with its empty box. */
    open: (outcome: Outcome<Meeting>, answer: unknown) => store.save(outcome, [boxes.empty(outcome.next)], answer),
    /** Notes on the roll that the member voted, and puts the sheet into the box, in one transaction. */
    cast: async (
      before: Meeting,
      outcome: Outcome<Meeting>,
      sheet: Readonly<Record<string, Choice>>,
      answer: unknown,
    ) => store.save(outcome, [await boxes.withSheet(before, sheet)], answer),
    /** What is in the box of the ballot that is being closed. */
    count: (of: Meeting): Promise<Box> => boxes.count(of),
    /** Saves a ballot declared void; what was in the box is gone. */
    declareVoid: (before: Meeting, outcome: Outcome<Meeting>, answer: unknown) =>
      store.save(outcome, [boxes.destroyed(before)], answer),
    /** Saves the counted ballot, destroys its box, and saves the list it leads to, if any: all or nothing. */
    close: async (before: Meeting, outcome: Outcome<Meeting>, list: Outcome<CycleList> | undefined, answer: unknown) =>
      saveTogether(
        table,
        [store.part(outcome), ...(list ? [await lists(table).prepared(list)] : [])],
        before.ballot ? [boxes.destroyed(before)] : [],
        answer,
      ),
  };
};
