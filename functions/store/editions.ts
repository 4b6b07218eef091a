import type { Cycle } from '#domain/cycle/cycle';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import type { CriteriaKind, Edition } from '#domain/review/criteria/edition';
import { edition } from '#domain/review/criteria/edition';
import { indexes } from '#functions/names';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string) => `PROGRAMME#${programmeId}#EDITIONS`;

/** A programme has no two editions of one name for a kind. */
const itsName = ({ next }: Outcome<Edition>): Companion => ({
  key: { pk: partition(next.programmeId), sk: `${next.kind}#${next.edition}` },
  put: { type: 'editionName', holder: next.editionId },
  mustBeFree: 'criteria.edition-exists',
});

/** Editions of the criteria. There is no way to save one again: what a cycle has named stays as it was. */
export const editions = (table: Table) => {
  const store = records(
    table,
    {
      type: 'edition',
      id: (e) => e.editionId,
      key: (id) => ({ pk: `EDITION#${id}`, sk: 'META' }),
      indexes: (e) => ({ listPk: partition(e.programmeId), listSk: `${e.kind}#${e.editionId}` }),
    },
    edition,
  );
  return {
    get: store.get,
    load: (outcome: Outcome<Edition>) => store.save(outcome, [itsName(outcome)]),
    /** The loading as a part of a larger save, with what keeps its name. */
    part: (outcome: Outcome<Edition>) => ({ part: store.part(outcome), companion: itsName(outcome) }),
    ofProgramme: (programmeId: string, page: PageRequest) => store.page(indexes.byList, partition(programmeId), page),
    /** The criteria by which the cycle reviews applicants of the kind (A11). Throws `Refused` criteria.not-named. */
    ofCycle(cycle: Cycle, kind: CriteriaKind): Promise<Edition> {
      const named = cycle.criteria[kind];
      if (!named) throw new Refused('criteria.not-named');
      return store.get(named.editionId);
    },
  };
};
