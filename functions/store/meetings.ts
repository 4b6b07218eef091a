import type { CycleList } from '#domain/list/list';
import type { Outcome } from '#domain/record';
import type { Revocation } from '#domain/revocation/revocation';
import type { Meeting } from '#domain/vote/meeting';
import { meeting } from '#domain/vote/meeting';
import type { Box, Choice } from '#domain/vote/round';
import { indexes } from '#functions/names';
import { ballotBoxes } from './ballot-boxes.ts';
import { lists } from './lists.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { used } from './resolutions.ts';
import { revocations } from './revocations.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const partition = (cycleId: string) => `CYCLE#${cycleId}#MEETINGS`;
const onRevocation = (revocationId: string) => `REVOCATION#${revocationId}#MEETINGS`;
const partitionOf = ({ cycleId, revocationId }: Meeting) =>
  revocationId ? onRevocation(revocationId) : partition(cycleId);

/** Convened twice at once, the second finds its number in the cycle, or on the revocation, taken. */
const numberOf = (of: Meeting): Companion => ({
  key: { pk: `${partitionOf(of).slice(0, -1)}NUMBERS`, sk: String(of.ordinal).padStart(4, '0') },
  put: { type: 'meetingNumber', holder: of.meetingId },
  mustBeFree: 'vote.meeting-under-way',
});

/** Plenary meetings and their ballot boxes. */
export const meetings = (table: Table) => {
  const store = records(
    table,
    {
      type: 'meeting',
      id: (m) => m.meetingId,
      key: (id) => ({ pk: `MEETING#${id}`, sk: 'META' }),
      indexes: (m) => ({ listPk: partitionOf(m), listSk: m.meetingId }),
    },
    meeting,
  );
  const boxes = ballotBoxes(table);
  return {
    ...store,
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, partition(cycleId), page),
    /** All meetings of a cycle, the oldest first. */
    allOfCycle: (cycleId: string) => store.all(indexes.byList, partition(cycleId)),
    /** All meetings on a revocation, the oldest first. */
    allOnRevocation: (revocationId: string) => store.all(indexes.byList, onRevocation(revocationId)),
    /** Saves a new meeting under its number. */
    convene: (outcome: Outcome<Meeting>, answer: unknown) => store.save(outcome, [numberOf(outcome.next)], answer),
    /** The same for one on a revocation, with the case that it is on. */
    conveneOnRevocation: (of: { meeting: Outcome<Meeting>; revocation: Outcome<Revocation> }, answer: unknown) =>
      saveTogether(
        table,
        [store.part(of.meeting), revocations(table).part(of.revocation)],
        [numberOf(of.meeting.next)],
        answer,
      ),
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
    /** Saves what the committee resolved before the ballot; its resolution serves no other. */
    allow: (outcome: Outcome<Meeting>, resolutionId: string, answer: unknown) =>
      store.save(outcome, [used(resolutionId, outcome.next.meetingId)], answer),
    /** Saves the places that stay empty, and the list this leads to, if any; its resolution serves no other. */
    leaveVacant: async (
      outcome: Outcome<Meeting>,
      list: Outcome<CycleList> | undefined,
      resolutionId: string,
      answer: unknown,
    ) =>
      saveTogether(
        table,
        [store.part(outcome), ...(list ? [await lists(table).prepared(list)] : [])],
        [used(resolutionId, `${outcome.next.meetingId}#${outcome.next.vacancies.length}`)],
        answer,
      ),
    /** Saves the counted ballot on a revocation with what it decides, and destroys its box: all or nothing. */
    decide: (before: Meeting, outcome: Outcome<Meeting>, revocation: Outcome<Revocation>, answer: unknown) =>
      saveTogether(
        table,
        [store.part(outcome), revocations(table).part(revocation)],
        [...(before.ballot ? [boxes.destroyed(before)] : []), ...revocations(table).seatLeft(revocation)],
        answer,
      ),
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
