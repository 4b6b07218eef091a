import type { WithApplication } from '#domain/objection/receive';
import { objection } from '#domain/objection/objection';
import { indexes } from '#functions/names';
import { applications } from './applications.ts';
import { closedCases } from './closed-cases.ts';
import { dueMark } from './due.ts';
import { filledPage } from './filled-page.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const partition = (cycleId: string) => `CYCLE#${cycleId}#OBJECTIONS`;

/** Objections and leads: apart from the applications, so that who objects is in no application. */
export const objections = (table: Table) => {
  const store = records(
    table,
    {
      type: 'objection',
      id: (o) => o.objectionId,
      key: (id) => ({ pk: `OBJECTION#${id}`, sk: 'META' }),
      indexes: (o) => ({
        listPk: partition(o.cycleId),
        listSk: `${o.receivedAt}#${o.objectionId}`,
        ...(o.duty && { duePk: 'DUE', dueSk: `${o.duty.dueOn}#objection#${o.objectionId}` }),
      }),
    },
    objection,
  );
  const saveWith = (
    { objection, application }: WithApplication,
    answer: unknown,
    companions: readonly Companion[] = [],
  ): Promise<void> =>
    saveTogether(
      table,
      [store.part(objection), ...(application ? [applications(table).part(application)] : [])],
      companions,
      answer,
    );
  return {
    ...store,
    /** Saves what was filed; an objection with a mark by which the daily sweep looks for its evidence on a day. */
    file: (filed: WithApplication, lookOn: string, answer: unknown, companions: readonly Companion[]) => {
      const { objectionId: recordId, status } = filed.objection.next;
      const marks = status === 'open' ? [dueMark({ dueOn: lookOn, type: 'objectionEvidence', recordId })] : [];
      return saveWith(filed, answer, [...companions, ...marks]);
    },
    /** Saves an objection together with what it changes in the application, if anything. */
    saveWith,
    /** All objections and leads of a cycle, the oldest first. */
    allOfCycle: (cycleId: string) => store.all(indexes.byList, partition(cycleId)),
    async ofCycle(cycleId: string, page: PageRequest) {
      const closed = await closedCases(table);
      const read = (asked: PageRequest) => store.page(indexes.byList, partition(cycleId), asked, { newestFirst: true });
      return filledPage(read, page, (o) => !closed.has(o.applicationId));
    },
  };
};
