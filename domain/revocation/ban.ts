import { dateAt, plusYears } from '../calendar/civil.ts';
import type { CivilDate, Instant } from '../record.ts';
import { refuseUnless } from '../refused.ts';

const years = 5;

/** The last banned day: the fifth anniversary of the government's revocation; 29 February becomes 28 (A27, D12). */
export const lastBannedDay = (revokedOn: CivilDate): CivilDate => plusYears(revokedOn, years);

/** A ban by identifier, so that a new name does not help. */
export interface Ban {
  readonly until: CivilDate;
}

/** Throws `Refused` ban.in-force up to and including the last banned day. */
export const refuseIfBanned = (ban: Ban | undefined, now: Instant): void =>
  refuseUnless(!ban || dateAt(now) > ban.until, 'ban.in-force', { until: ban?.until });
