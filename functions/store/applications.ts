import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Application } from '#domain/application/application';
import { application } from '#domain/application/application';
import { identifierOf } from '#domain/application/submit';
import { isUnresolved } from '#domain/application/unresolved';
import { isConflicted } from '#domain/conflict/conflict';
import { isEnd } from '#domain/lifecycle';
import type { Document } from '#domain/document/document';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import type { Whereabouts } from '#domain/vote/left-the-vote';
import { indexes } from '#functions/names';
import { documents } from './documents.ts';
import { dueMark } from './due.ts';
import { filledPage } from './filled-page.ts';
import { companionPage } from './companion-pages.ts';
import { jurisdictionItem } from './jurisdiction-item.ts';
import type { Page, PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Companion, IndexKeys, Table } from './table.ts';

const partition = (cycleId: string) => `CYCLE#${cycleId}#APPLICATIONS`;

const keys = (a: Application): IndexKeys => ({
  listPk: partition(a.cycleId),
  listSk: `${a.stage}#${a.applicationId}`,
  partyPk: `PERSON#${a.ownerId}#APPLICATIONS`,
  partySk: a.applicationId,
  ...(a.duty &&
    !isEnd('application', a.stage) && { duePk: 'DUE', dueSk: `${a.duty.dueOn}#application#${a.applicationId}` }),
});

/** One item per applicant and cycle: that nobody applies twice is a condition of the write, not a look-up before it. */
const seat = (a: Application): Pick<Companion, 'key'> => ({
  key: { pk: `APPLICANT#${a.cycleId}#${a.appliedAs ?? identifierOf(a) ?? ''}`, sk: 'META' },
});

/** Where the daily sweep finds that an opinion is still owed. */
const recommendationMark = ({ applicationId, recommendationDuty }: Application): Companion[] =>
  recommendationDuty
    ? [dueMark({ dueOn: recommendationDuty.dueOn, type: 'recommendation', recordId: applicationId })]
    : [];

/** By which someone finds the applications they work on as a member. */
const memberPartition = (personId: string) => `MEMBER#${personId}`;
const memberItems = (a: Application): Companion[] =>
  (a.members ?? []).map(({ personId, until }) => {
    const key = { pk: memberPartition(personId), sk: a.applicationId };
    return until ? { key, remove: true } : { key, put: { type: 'membership' } };
  });

/** Applications: of a cycle by stage, of a person. */
export const applications = (table: Table) => {
  const store = records(
    table,
    {
      type: 'application',
      id: (a) => a.applicationId,
      key: (id) => ({ pk: `APPLICATION#${id}`, sk: 'META' }),
      indexes: keys,
    },
    application,
  );
  const { reader } = table;
  const isOpen = (a: Application) => reader === undefined || !isConflicted(a, reader);
  const find = async (id: string) => {
    const found = await store.find(id);
    return found && isOpen(found) ? found : undefined;
  };
  const page = (...[index, pk, asked = {}, narrow]: Parameters<typeof store.page>): Promise<Page<Application>> =>
    filledPage((more) => store.page(index, pk, more, narrow), asked, isOpen);
  return {
    ...store,
    /** The application, or undefined; also when the reader has a conflict with it. */
    find,
    /** The application. Throws `Refused` record.not-found; also when the reader has a conflict with it. */
    async get(id: string): Promise<Application> {
      const found = await find(id);
      if (!found) throw new Refused('record.not-found', { record: 'application' });
      return found;
    },
    page,
    /**
     * Saves a submission: refused application.applied-already when the applicant has another one in this cycle. Who
     * corrected the identifier leaves the seat taken `before`: it is another's, unless something is held against it.
     */
    submit: (outcome: Outcome<Application>, before: Application, answer: unknown) =>
      store.save(
        outcome,
        [
          {
            ...seat(outcome.next),
            put: { type: 'seat', holder: outcome.next.applicationId },
            mustBeFree: 'application.applied-already',
          },
          ...(before.appliedAs && before.appliedAs !== outcome.next.appliedAs && !isUnresolved(before)
            ? [{ ...seat(before), remove: true as const }]
            : []),
          jurisdictionItem(outcome.next),
          ...recommendationMark(outcome.next),
        ],
        answer,
      ),
    /** The application with which this applicant has applied in the cycle, whatever became of it; undefined: none. */
    async seatOf(cycleId: string, identifier: string): Promise<string | undefined> {
      const { key } = seat({ cycleId, appliedAs: identifier } as Application);
      const { Item } = await table.documents.send(
        new GetCommand({ TableName: table.core, Key: key, ConsistentRead: true }),
      );
      return Item && String(Item.holder);
    },
    /** Saves a withdrawal: the applicant may apply again while applications are open, unless something is unresolved. */
    withdraw: (outcome: Outcome<Application>, answer: unknown) => {
      const isFree = outcome.next.receipt && !isUnresolved(outcome.next);
      return store.save(outcome, isFree ? [{ ...seat(outcome.next), remove: true }] : [], answer);
    },
    /** Saves a decision together with where the papers that it names lie. */
    async saveWithPapers(outcome: Outcome<Application>, papers: readonly Outcome<Document>[], answer?: unknown) {
      const own = store.part(outcome);
      await saveTogether(table, [own, ...papers.map((p) => documents(table).part(p))], [], answer);
      return own.next;
    },
    /** Saves what was decided on a proposed refusal: whose name somebody else had used may still apply. */
    decideRefusal: (outcome: Outcome<Application>) =>
      store.save(outcome, outcome.next.ended?.falseIdentity ? [{ ...seat(outcome.next), remove: true }] : []),
    /** Saves one of many that a single request changes: its idempotency key is spent once, with the last save. */
    saveOneOfMany: (outcome: Outcome<Application>) =>
      saveTogether({ ...table, idempotency: undefined }, [store.part(outcome)]),
    /** Saves who works on the application, so that they find it. */
    saveMembers: (outcome: Outcome<Application>, answer: unknown) =>
      store.save(outcome, memberItems(outcome.next), answer),
    /** Saves a draft begun from a withdrawn application; one for each. */
    beginAgain: (outcome: Outcome<Application>, answer: unknown) =>
      store.save(
        outcome,
        [
          ...memberItems(outcome.next),
          {
            key: { pk: `TAKEN-FROM#${outcome.next.takenFrom}`, sk: 'META' },
            put: { type: 'seat', holder: outcome.next.applicationId },
            mustBeFree: 'application.begun-again-already',
          },
        ],
        answer,
      ),
    /** A page of the applications that the person works on as a member. */
    async sharedWith(personId: string, page: PageRequest): Promise<Page<Application>> {
      const found = await companionPage(table, memberPartition(personId), page, { newestFirst: true });
      const all = await Promise.all(found.items.map((item) => find(String(item.sk))));
      return { ...found, items: all.filter((a) => a !== undefined) };
    },
    /** All applications that the person owns or works on. */
    async allOf(personId: string): Promise<Application[]> {
      const all = await Array.fromAsync(store.all(indexes.byParty, `PERSON#${personId}#APPLICATIONS`));
      let cursor: string | undefined;
      do {
        const shared: Page<Application> = await this.sharedWith(personId, { limit: 100, cursor });
        all.push(...shared.items);
        cursor = shared.cursor;
      } while (cursor);
      return all;
    },
    /** A page of a cycle's applications, of one stage when given. */
    ofCycle: (cycleId: string, asked: PageRequest, stage?: Application['stage']) =>
      page(indexes.byList, partition(cycleId), asked, { prefix: stage && `${stage}#` }),
    /** All of a cycle's applications in a stage, page by page. */
    async *inStage(cycleId: string, stage: Application['stage']): AsyncGenerator<Application> {
      for await (const a of store.all(indexes.byList, partition(cycleId), { prefix: `${stage}#` }))
        if (isOpen(a)) yield a;
    },
    /**
     * Where applications stand, whoever asks: sums over a whole cycle (places taken, who left the vote) must not differ
     * by the conflicts of the one who adds them up. Nothing of it is shown.
     */
    whereabouts: (ids: readonly string[]): Promise<Whereabouts[]> => Promise.all(ids.map((id) => store.get(id))),
    /** The applications, whoever asks: for what is looked for in all of them. Nothing of it is shown. */
    asTheyAre: (ids: readonly string[]): Promise<Application[]> => Promise.all(ids.map((id) => store.get(id))),
    /** Whether the reader sees all applications of the stage: who has a conflict with one cannot decide on the list. */
    async seesWholeStage(cycleId: string, stage: Application['stage']): Promise<boolean> {
      for await (const a of store.all(indexes.byList, partition(cycleId), { prefix: `${stage}#` }))
        if (!isOpen(a)) return false;
      return true;
    },
    ofPerson: (personId: string, asked: PageRequest) =>
      page(indexes.byParty, `PERSON#${personId}#APPLICATIONS`, asked, { newestFirst: true }),
  };
};
