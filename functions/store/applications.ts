import type { Application } from '#domain/application/application';
import { application } from '#domain/application/application';
import { identifierOf } from '#domain/application/submit';
import { isEnd } from '#domain/lifecycle';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import { jurisdictionItem } from './jurisdiction-item.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
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
  return {
    ...store,
    /**
     * Saves a submission: refused application.applied-already when the applicant has another one in this cycle. Who
     * corrected the identifier leaves the seat taken `before`: it is another's.
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
          ...(before.appliedAs && before.appliedAs !== outcome.next.appliedAs
            ? [{ ...seat(before), remove: true as const }]
            : []),
          jurisdictionItem(outcome.next),
        ],
        answer,
      ),
    /** Saves a withdrawal: the applicant may apply again while applications are open. */
    withdraw: (outcome: Outcome<Application>, answer: unknown) =>
      store.save(outcome, outcome.next.receipt ? [{ ...seat(outcome.next), remove: true }] : [], answer),
    /** A page of a cycle's applications, of one stage when given. */
    ofCycle: (cycleId: string, page: PageRequest, stage?: Application['stage']) =>
      store.page(indexes.byList, partition(cycleId), page, { prefix: stage && `${stage}#` }),
    /** All of a cycle's applications in a stage, page by page. */
    inStage: (cycleId: string, stage: Application['stage']) =>
      store.all(indexes.byList, partition(cycleId), { prefix: `${stage}#` }),
    ofPerson: (personId: string, page: PageRequest) =>
      store.page(indexes.byParty, `PERSON#${personId}#APPLICATIONS`, page, { newestFirst: true }),
  };
};
