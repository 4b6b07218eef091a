import type { Application } from '../application/application.ts';
import { plusYears } from '../calendar/civil.ts';
import type { ConflictGround } from '../conflict/conflict.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate } from '../record.ts';
import type { Assessor } from './assessor.ts';

interface Party {
  readonly name: string;
  readonly creditCode?: string | undefined;
}

/** A conflict that the records show by themselves: which ground, and what it was seen by. */
export interface Detected {
  readonly ground: ConflictGround;
  readonly evidence: string;
}

/** Names as people write them: width, spaces and brackets make no other company. */
const bare = (name: string) =>
  name
    .normalize('NFKC')
    .replace(/[\s()]/g, '')
    .toLowerCase();
const isSame = (a: Party, b: Party): boolean =>
  (!!a.creditCode && a.creditCode === b.creditCode) || bare(a.name) === bare(b.name);

/** Who the applicant is, and for whom an individual works or worked since the day. */
function applicantsOf({ sections }: Application, since: CivilDate): Party[] {
  const organisation = sections.organisationIdentity?.content;
  const individual = sections.individualIdentity?.content;
  const worked = individual?.workPeriods.filter((p) => !p.to || p.to >= since) ?? [];
  return [
    ...(organisation ? [organisation] : []),
    ...(individual ? [{ name: individual.employer }] : []),
    ...worked.map((p) => ({ name: p.employer })),
  ];
}

/**
 * The conflicts that an assessor's entry and an application show together (D26): the same employer or legal entity, by
 * credit code or name, now or within the years that the rules look back; an employer that the application names as its
 * customer or supplier.
 */
export function detectConflicts(
  { employments }: Pick<Assessor, 'employments'>,
  of: Application,
  { conflictYears }: Pick<Rules, 'conflictYears'>,
  today: CivilDate,
): Detected[] {
  const since = plusYears(today, -conflictYears);
  const recent = employments.filter((e) => !e.until || e.until >= since);
  const relations = of.sections.relations?.content;
  const partners = [...(relations?.mainCustomers ?? []), ...(relations?.mainSuppliers ?? [])];
  const met = (parties: readonly Party[], ground: ConflictGround): Detected[] =>
    recent.filter((e) => parties.some((p) => isSame(e, p))).map((e) => ({ ground, evidence: e.name }));
  return [...met(applicantsOf(of, since), 'employment'), ...met(partners, 'customerOrSupplier')];
}
