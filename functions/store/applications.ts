import type { Application } from '#domain/application/application';
import { application } from '#domain/application/application';
import { isEnd } from '#domain/lifecycle';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { IndexKeys, Table } from './table.ts';

const partition = (cycleId: string) => `CYCLE#${cycleId}#APPLICATIONS`;

const keys = (a: Application): IndexKeys => ({
  listPk: partition(a.cycleId),
  listSk: `${a.stage}#${a.applicationId}`,
  partyPk: `PERSON#${a.ownerId}#APPLICATIONS`,
  partySk: a.applicationId,
  ...(a.duty &&
    !isEnd('application', a.stage) && { duePk: 'DUE', dueSk: `${a.duty.dueOn}#application#${a.applicationId}` }),
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
