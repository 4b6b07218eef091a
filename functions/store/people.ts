import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Role } from '#domain/actor';
import type { Person } from '#domain/programme/person';
import { installation, person } from '#domain/programme/person';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import { companionPage } from './companion-pages.ts';
import type { PageRequest } from './records.ts';
import { records } from './records.ts';
import type { Companion, Table } from './table.ts';

/** A person as the holder of a role, with what is needed to write to them. */
export interface Holder {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly language: 'zh-CN' | 'en';
  readonly departmentCode?: string;
  readonly jurisdiction?: string;
}

const partition = (programmeId: string, role: Role) => `HOLDERS#${programmeId}#${role}`;

/** One item per grant, so that the holders of a role are one query and applicants by the thousand are not in its way. */
const holderItems = (of: Person): Companion[] =>
  of.grants.map((g) => {
    const key = { pk: partition(g.programmeId, g.role), sk: `${of.personId}#${g.grantId}` };
    if (g.until) return { key, remove: true };
    const { personId, name, email, language } = of;
    const { departmentCode, jurisdiction } = g;
    return { key, put: { type: 'holder', personId, name, email, language, departmentCode, jurisdiction } };
  });

const emailPartition = (email: string) => `EMAIL#${email.trim().toLowerCase()}`;

/** By which a colleague is found who is invited by e-mail. */
const emailItem = ({ personId, email }: Person): Companion[] =>
  email ? [{ key: { pk: emailPartition(email), sk: personId }, put: { type: 'email' } }] : [];

/** Registered people and the roles they hold. */
export const people = (table: Table) => {
  const store = records(
    table,
    {
      type: 'person',
      id: (p) => p.personId,
      key: (id) => ({ pk: `PERSON#${id}`, sk: 'META' }),
      indexes: (p) => ({ listPk: `PEOPLE#${installation}`, listSk: p.personId }),
    },
    person,
  );
  return {
    ...store,
    save: (outcome: Outcome<Person>) => store.save(outcome, [...holderItems(outcome.next), ...emailItem(outcome.next)]),
    /** Saves an erasure: nobody is found by the address any more. */
    erase: (outcome: Outcome<Person>, email: string, answer: unknown) =>
      store.save(
        outcome,
        email ? [{ key: { pk: emailPartition(email), sk: outcome.next.personId }, remove: true }] : [],
        answer,
      ),
    /** Who registered with the address: nobody, one, or several who share it. */
    async byEmail(email: string): Promise<Person[]> {
      const { items } = await companionPage(table, emailPartition(email), { limit: 2 });
      return Promise.all(items.map((item) => store.get(String(item.sk))));
    },
    /** A page of the register. */
    list: (page: PageRequest) => store.page(indexes.byList, `PEOPLE#${installation}`, page),
    /** Who holds the role in the programme now. */
    async holders(programmeId: string, role: Role): Promise<Holder[]> {
      const { Items = [] } = await table.documents.send(
        new QueryCommand({
          TableName: table.core,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': partition(programmeId, role) },
        }),
      );
      return Items as Holder[];
    },
  };
};
