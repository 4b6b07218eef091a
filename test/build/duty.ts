import type { YearlyDuty } from '#domain/post-award/duty';
import { newHead } from '#domain/record';
import { owner, programmeId } from './an-application.ts';

/** A duty after the award: a report that its winner owes. */
export const aDuty = (given: Partial<YearlyDuty> = {}): YearlyDuty => ({
  ...newHead(programmeId),
  version: 1,
  dutyId: 'annualReport-KM2026-ZL-Z01-2028',
  kind: 'annualReport',
  certificateNumber: 'KM2026-ZL-Z01',
  applicationId: 'app_1',
  winnerName: '昆明滇池精密机械有限公司',
  ownerId: owner.personId,
  year: 2028,
  status: 'open',
  party: 'winner',
  rounds: 0,
  dueOn: '2028-03-31',
  reminders: { before: [30, 14, 7, 1], every: 7 },
  remindOn: '2028-01-02',
  ...given,
});
