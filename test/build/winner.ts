import type { Winner } from '#domain/approval/winner';
import type { Programme } from '#domain/programme/programme';
import { programme } from '#domain/programme/programme';
import { newHead } from '#domain/record';
import { owner, programmeId } from './an-application.ts';

/** The programme of the tests, as it is called on marks and certificates. */
export const aProgramme = (given: Partial<Programme> = {}): Programme =>
  programme.parse({
    ...newHead(programmeId),
    version: 1,
    name: '昆明市市长质量奖',
    nameEn: "Kunming Mayor's Quality Award",
    grantedBy: '昆明市人民政府',
    legalBasis: '昆明市市长质量奖管理办法',
    certificatePrefix: 'KM',
    calendars: [],
    ...given,
  });

/** A winner on the roll; what the test is about is given. */
export const aWinner = (given: Partial<Winner> = {}): Winner => ({
  ...newHead(programmeId),
  version: 1,
  certificateNumber: 'KM2026-ZL-Z01',
  applicationId: 'app_1',
  cycleId: 'cyc_1',
  ownerId: owner.personId,
  identifier: '91530100MA6K5N8L0D',
  name: '昆明滇池精密机械有限公司',
  jurisdiction: '五华区',
  kind: 'organisation',
  award: 'qualityAward',
  awardYear: 2026,
  decision: { number: '昆政复〔2026〕88号', date: '2026-11-30' },
  status: 'standing',
  ...given,
});
