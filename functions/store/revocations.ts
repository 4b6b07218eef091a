import type { Posted } from '#domain/bonus/grant';
import type { Document } from '#domain/document/document';
import type { Push } from '#domain/platform-push/push';
import type { Outcome } from '#domain/record';
import type { Revocation } from '#domain/revocation/revocation';
import { revocation } from '#domain/revocation/revocation';
import type { RevokeOutcome } from '#domain/revocation/revoke';
import { indexes } from '#functions/names';
import { Refused } from '#domain/refused';
import { bans } from './bans.ts';
import { bonuses } from './bonuses.ts';
import { closedCases, isClosedCase } from './closed-cases.ts';
import { documents } from './documents.ts';
import { filledPage } from './filled-page.ts';
import type { PageRequest } from './records.ts';
import { pushes } from './pushes.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Companion, IndexKeys, Table } from './table.ts';
import { winners } from './winners.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#REVOCATIONS`;
const seat = (certificateNumber: string) => ({ pk: `REVOCATION-OF#${certificateNumber}`, sk: 'META' });

const announcements = (programmeId: string) => `PROGRAMME#${programmeId}#REVOKED`;
const seatTaken = ({ next }: Outcome<Revocation>): Companion[] => [
  {
    key: seat(next.certificateNumber),
    put: { type: 'seat', holder: next.revocationId },
    mustBeFree: 'revocation.running',
  },
];
const seatLeft = ({ next }: Outcome<Revocation>): Companion[] =>
  next.stage === 'Dropped' ? [{ key: seat(next.certificateNumber), remove: true }] : [];

const keys = (r: Revocation): IndexKeys => ({
  listPk: partition(r.programmeId),
  listSk: r.revocationId,
  ...(r.announcement && {
    partyPk: announcements(r.programmeId),
    partySk: `${r.announcement.at}#${r.revocationId}`,
  }),
  ...(r.duty && { duePk: 'DUE', dueSk: `${r.duty.dueOn}#revocation#${r.revocationId}` }),
});

/** What a decision of the government changes. */
interface Decided extends RevokeOutcome {
  readonly signed: Outcome<Document>;
  readonly bonus: Posted | undefined;
}

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
      // Of an imported award there is no application.
      if (found.applicationId !== '' && (await isClosedCase(table, found.applicationId)))
        throw new Refused('record.not-found', { record: 'revocation' });
      return found;
    },
    /** Opens a case; one at a time for a winner. */
    open: (outcome: Outcome<Revocation>, answer: unknown) => store.save(outcome, seatTaken(outcome), answer),
    /** The seat that a case takes which is opened together with something else. */
    seatTaken,
    /** Saves a case that was dropped: another may be opened on new facts. */
    drop: (outcome: Outcome<Revocation>, answer: unknown) => store.save(outcome, seatLeft(outcome), answer),
    /** The seat of a case that ends with the decision. */
    seatLeft,
    /** A page of what was announced to the public, the newest first. */
    announced: (programmeId: string, page: PageRequest) =>
      store.page(indexes.byParty, announcements(programmeId), page, { newestFirst: true }),
    /** Saves the government's decision and where it lies; when it revokes the roll and the ban too, all or none (A27). */
    decide: ({ outcome, signed, revoked, bonus }: Decided, answer: unknown): Promise<void> =>
      saveTogether(
        table,
        [
          store.part(outcome),
          documents(table).part(signed),
          ...(revoked ? [winners(table).part(revoked.winner), bans(table).part(revoked.ban)] : []),
          ...(bonus ? bonuses(table).parts(bonus) : []),
          ...(revoked?.pushes ?? []).map((p) => pushes(table).part(p)),
        ],
        seatLeft(outcome),
        answer,
      ),
    /** Saves a platform's receipt with the task of the case that it does. */
    deliver: (of: { push: Outcome<Push>; revocation: Outcome<Revocation> }): Promise<void> =>
      saveTogether(table, [store.part(of.revocation), pushes(table).part(of.push)]),
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
