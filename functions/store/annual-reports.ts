import type { AnnualReport } from '#domain/annual-report/annual-report';
import { annualReport } from '#domain/annual-report/annual-report';
import { indexes } from '#functions/names';
import { records } from './records.ts';
import type { Table } from './table.ts';

const ofDuty = (dutyId: string) => `DUTY#${dutyId}#REPORTS`;
const ofOne = (certificateNumber: string) => `WINNER#${certificateNumber}#REPORTS`;
const twoDigits = (round: number) => String(round).padStart(2, '0');

/** Yearly reports, each as it was handed in. */
export const annualReports = (table: Table) => {
  const store = records<AnnualReport>(
    table,
    {
      type: 'annualReport',
      id: (r) => r.reportId,
      key: (id) => ({ pk: `ANNUAL-REPORT#${id}`, sk: 'META' }),
      indexes: (r) => ({
        listPk: ofDuty(r.dutyId),
        listSk: twoDigits(r.round),
        partyPk: ofOne(r.certificateNumber),
        partySk: `${r.year}#${twoDigits(r.round)}`,
      }),
    },
    annualReport,
  );
  return {
    ...store,
    /** All that were handed in for a duty, the first first. */
    ofDuty: (dutyId: string) => store.all(indexes.byList, ofDuty(dutyId)),
    /** All of a winner, year by year. */
    ofWinner: (certificateNumber: string) => store.all(indexes.byParty, ofOne(certificateNumber)),
  };
};
