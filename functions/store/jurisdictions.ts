import type { Application } from '#domain/application/application';
import { asHandedIn, jurisdictionOf } from '#domain/application/submit';
import { applications } from './applications.ts';
import { companionPage } from './companion-pages.ts';
import { jurisdictionPartition } from './jurisdiction-item.ts';
import type { Page, PageRequest } from './records.ts';
import type { Table } from './table.ts';

/** The applications handed in, by the jurisdiction that recommends them (A10). */
export const jurisdictions = (table: Table) => ({
  /** A page of a jurisdiction's applications; one that changed its jurisdiction in the correction is not among them. */
  async list(cycleId: string, jurisdiction: string, page: PageRequest): Promise<Page<Application>> {
    const found = await companionPage(table, jurisdictionPartition(cycleId, jurisdiction), page);
    const all = await Promise.all(found.items.map((item) => applications(table).find(String(item.applicationId))));
    return {
      ...found,
      items: all.filter((a) => a !== undefined).filter((a) => jurisdictionOf(asHandedIn(a)) === jurisdiction),
    };
  },
});
