import type { Winner } from '#domain/approval/winner';
import type { Outcome } from '#domain/record';
import { lastBannedDay } from '#domain/revocation/ban';
import type { Revocation } from '#domain/revocation/revocation';
import { revocation } from '#domain/revocation/revocation';
import { indexes } from '#functions/names';
import { Refused } from '#domain/refused';
import { bans } from './bans.ts';
import { closedCases, isClosedCase } from './closed-cases.ts';
import { filledPage } from './filled-page.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { IndexKeys, Table } from './table.ts';
import { winners } from './winners.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#REVOCATIONS`;
const seat = (certificateNumber: string) => ({ pk: `REVOCATION-OF#${certificateNumber}`, sk: 'META' });

const keys = (r: Revocation): IndexKeys => ({
  listPk: partition(r.programmeId),
  listSk: r.revocationId,
  ...(r.duty && { duePk: 'DUE', dueSk: `${r.duty.dueOn}#revocation#${r.revocationId}` }),
});

/** Revocation cases. */
export const revocations = (table: Table) => {
  const store = records(
    table,
    {
      type: 'revocation',
      id: (r) => r.revocationId,
      key: (id) => ({ pk: `REVOCATION#${id}`, sk: 'META' }),
      indexes: keys,
    },
    revocation,
  );
  return {
    ...store,
    /** The case. Throws `Refused` record.not-found; also when the reader has a conflict with the winner's application. */
    async get(id: string): Promise<Revocation> {
      const found = await store.get(id);
      if (await isClosedCase(table, found.applicationId))
        throw new Refused('record.not-found', { record: 'revocation' });
      return found;
    },
    /** Opens a case; one at a time for a winner. */
    open: (outcome: Outcome<Revocation>, answer: unknown) =>
      store.save(
        outcome,
        [
          {
            key: seat(outcome.next.certificateNumber),
            put: { type: 'seat', holder: outcome.next.revocationId },
            mustBeFree: 'revocation.running',
          },
        ],
        answer,
      ),
    /** Saves a case that was dropped: another may be opened on new facts. */
    drop: (outcome: Outcome<Revocation>, answer: unknown) =>
      store.save(
        outcome,
        outcome.next.stage === 'Dropped' ? [{ key: seat(outcome.next.certificateNumber), remove: true }] : [],
        answer,
      ),
    /** Saves the government's revocation, the roll of winners and the ban, all or none (A27). */
    async revoke(outcome: Outcome<Revocation>, winner: Outcome<Winner>, answer: unknown): Promise<void> {
      const { programmeId, identifier, revokedOn = '' } = winner.next;
      const ban = bans(table).companion(programmeId, identifier, lastBannedDay(revokedOn));
      await saveTogether(table, [store.part(outcome), winners(table).part(winner)], [ban], answer);
    },
    /** All of a programme's cases, page by page. */
    allOf: (programmeId: string) => store.all(indexes.byList, partition(programmeId)),
    async ofProgramme(programmeId: string, page: PageRequest) {
      const closed = await closedCases(table);
      const read = (asked: PageRequest) =>
        store.page(indexes.byList, partition(programmeId), asked, { newestFirst: true });
      return filledPage(read, page, (r) => !closed.has(r.applicationId));
    },
  };
};
