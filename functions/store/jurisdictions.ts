import type { Application } from '#domain/application/application';
import { jurisdictionOf } from '#domain/application/submit';
import { applications } from './applications.ts';
import { companionPage } from './companion-pages.ts';
import type { Page, PageRequest } from './records.ts';
import type { Companion, Table } from './table.ts';

const partition = (cycleId: string, jurisdiction: string) => `JURISDICTION#${cycleId}#${jurisdiction}`;

/** The item by which a recommending body finds the applicant; saved with every submission. */
export const jurisdictionItem = (of: Application): Companion => ({
  key: { pk: partition(of.cycleId, jurisdictionOf(of)), sk: of.applicationId },
  put: { type: 'jurisdiction', applicationId: of.applicationId },
});

/** The applications handed in, by the jurisdiction that recommends them (A10). */
export const jurisdictions = (table: Table) => ({
  /** A page of a jurisdiction's applications; one that changed its jurisdiction in the correction is not among them. */
  async list(cycleId: string, jurisdiction: string, page: PageRequest): Promise<Page<Application>> {
    const found = await companionPage(table, partition(cycleId, jurisdiction), page);
    const all = await Promise.all(found.items.map((item) => applications(table).get(String(item.applicationId))));
    return { ...found, items: all.filter((a) => jurisdictionOf(a) === jurisdiction) };
  },
});
