import type { Application } from '#domain/application/application';
import type { Letter } from '#domain/consultation/letter';
import { letter } from '#domain/consultation/letter';
import { letterTo } from '#domain/consultation/letter-to';
import type { Outcome } from '#domain/record';
import { applications } from './applications.ts';
import { closedCases } from './closed-cases.ts';
import { companionPage } from './companion-pages.ts';
import { filledPage } from './filled-page.ts';
import type { Page, PageRequest } from './records.ts';
import type { Companion, Table } from './table.ts';

const partition = (programmeId: string, departmentCode: string) => `CONSULTATION#${programmeId}#${departmentCode}`;

/** The letter as its department reads it, beside the application: a department never reads the application itself. */
const letterItem = (of: Application, departmentCode: string): Companion[] =>
  of.consultations
    .filter((c) => c.departmentCode === departmentCode)
    .map((c) => ({
      key: { pk: partition(of.programmeId, departmentCode), sk: `${c.sentAt}#${of.applicationId}` },
      put: { type: 'letter', data: letterTo(of, c) },
    }));

/** Consultation letters, by department. */
export const letters = (table: Table) => ({
  /** Saves what was decided about the application together with the letters it concerns. */
  save: (outcome: Outcome<Application>, departmentCodes: readonly string[], answer?: unknown) =>
    applications(table).save(
      outcome,
      [...new Set(departmentCodes)].flatMap((code) => letterItem(outcome.next, code)),
      answer,
    ),
  /** A department's own letters, the newest first. */
  async of(programmeId: string, departmentCode: string, page: PageRequest): Promise<Page<Letter>> {
    const closed = await closedCases(table);
    const read = async (asked: PageRequest): Promise<Page<Letter>> => {
      const found = await companionPage(table, partition(programmeId, departmentCode), asked, { newestFirst: true });
      return { ...found, items: found.items.map((item) => letter.parse(item.data)) };
    };
    return filledPage(read, page, (l) => !closed.has(l.applicationId));
  },
});
