import type { Application } from '#domain/application/application';
import { jurisdictionOf } from '#domain/application/submit';
import type { Companion } from './table.ts';

/** Where the applications of a jurisdiction are found. */
export const jurisdictionPartition = (cycleId: string, jurisdiction: string) =>
  `JURISDICTION#${cycleId}#${jurisdiction}`;

/** The item by which a recommending body finds the applicant; saved with every submission. */
export const jurisdictionItem = (of: Application): Companion => ({
  key: { pk: jurisdictionPartition(of.cycleId, jurisdictionOf(of)), sk: of.applicationId },
  put: { type: 'jurisdiction', applicationId: of.applicationId },
});
