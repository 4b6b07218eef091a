import type { Application } from '#domain/application/application';
import type { Issue } from '#domain/consultation/consult';
import type { ConsultationLetter, Letter } from '#domain/consultation/letter';
import { consultationLetter, letter } from '#domain/consultation/letter';
import { letterTo } from '#domain/consultation/letter-to';
import type { Document } from '#domain/document/document';
import type { Outcome } from '#domain/record';
import { indexes } from '#functions/names';
import { applications } from './applications.ts';
import { companionPage } from './companion-pages.ts';
import type { Page, PageRequest } from './records.ts';
import { documents } from './documents.ts';
import { records } from './records.ts';
import { saveTogether } from './save.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string, departmentCode: string) => `CONSULTATION#${programmeId}#${departmentCode}`;
const numbers = (programmeId: string, year: number) => `PROGRAMME#${programmeId}#LETTERS#${year}`;

/** What a department reads of one applicant, beside the application: it never reads the application itself. */
const letterItem = (of: Application, departmentCode: string): Companion[] =>
  of.consultations
    .filter((c) => c.departmentCode === departmentCode)
    .map((c) => ({
      key: { pk: partition(of.programmeId, departmentCode), sk: `${c.sentAt}#${of.applicationId}` },
      put: { type: 'letter', data: letterTo(of, c) },
    }));

/** Consultation letters: of a cycle, and what a department reads of each applicant. */
export const letters = (table: Table) => {
  const store = records(
    table,
    {
      type: 'letter',
      id: (l) => l.letterId,
      key: (id) => ({ pk: `LETTER#${id}`, sk: 'META' }),
      indexes: (l: ConsultationLetter) => ({
        listPk: `CYCLE#${l.cycleId}#LETTERS`,
        listSk: `${l.sentAt}#${l.letterId}`,
        ...(l.duty && { duePk: 'DUE', dueSk: `${l.duty.dueOn}#letter#${l.letterId}` }),
      }),
    },
    consultationLetter,
  );
  return {
    ...store,
    /** The number after the last one given out in the year. */
    async nextNumber(programmeId: string, year: number): Promise<number> {
      const last = await companionPage(table, numbers(programmeId, year), { limit: 1 }, { newestFirst: true });
      return Number(last.items[0]?.sk ?? 0) + 1;
    },
    /** Saves letters and the applications on them; a number that another letter took meanwhile is looked for again. */
    issue: (
      { letters: issued, applications: on }: Issue,
      { year, first }: { year: number; first: number },
      answer: unknown,
    ) =>
      saveTogether(
        table,
        [...on.map((o) => applications(table).part(o)), ...issued.map((o) => store.part(o))],
        [
          ...on.flatMap((o) => issued.flatMap((l) => letterItem(o.next, l.next.departmentCode))),
          ...issued.map(({ next }, i) => ({
            key: { pk: numbers(next.programmeId, year), sk: String(first + i).padStart(6, '0') },
            put: { type: 'letterNumber', holder: next.letterId },
            mustBeFree: 'record.changed' as const,
          })),
        ],
        answer,
      ),
    /** Saves what was decided about applications on a letter, with the letter, what its department reads, and its papers. */
    saveOn: (
      of: Outcome<ConsultationLetter>,
      { on, papers = [] }: { on: readonly Outcome<Application>[]; papers?: readonly Outcome<Document>[] },
      answer: unknown,
    ) =>
      saveTogether(
        table,
        [store.part(of), ...on.map((o) => applications(table).part(o)), ...papers.map((p) => documents(table).part(p))],
        on.flatMap((o) => letterItem(o.next, of.next.departmentCode)),
        answer,
      ),
    ofCycle: (cycleId: string, page: PageRequest) => store.page(indexes.byList, `CYCLE#${cycleId}#LETTERS`, page),
    /** What a department is asked, applicant by applicant, the newest first. */
    async of(programmeId: string, departmentCode: string, page: PageRequest): Promise<Page<Letter>> {
      const found = await companionPage(table, partition(programmeId, departmentCode), page, { newestFirst: true });
      return { ...found, items: found.items.map((item) => letter.parse(item.data)) };
    },
  };
};
