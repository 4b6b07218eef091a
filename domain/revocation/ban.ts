import * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { dateAt, plusYears } from '../calendar/civil.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate, Circumstances, Instant, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';

const lifting = z.object({
  number: z.string().describe('Of the decision that ends the ban early'),
  date: z.iso.date(),
  reason: z.string(),
  documentId: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
});

/** A ban by identifier, so that a new name does not help (A27, D12). */
export const ban = z.object({
  ...recordHead,
  /** Tells nothing of the identifier: it stands in the audit trail. */
  banId: z.string(),
  /** Credit code or ID number. Never shown. */
  identifier: z.string(),
  name: z.string(),
  from: z.iso.date(),
  until: z.iso.date().describe('The last banned day'),
  revocationIds: z.array(z.string()).describe('The revocations it rests on'),
  lifted: lifting.optional(),
});
export type Ban = z.infer<typeof ban>;

/** The last banned day: an anniversary of the government's revocation; 29 February becomes 28 (A27, D12). */
export const lastBannedDay = (revokedOn: CivilDate, { banYears }: Pick<Rules, 'banYears'>): CivilDate =>
  plusYears(revokedOn, banYears);

/** What decides whether a ban holds. */
export type Period = Pick<Ban, 'until'> & { readonly lifted?: unknown };

/** Whether the ban holds at the moment: up to 24:00 of the last banned day, and not once it was lifted. */
export const isInForce = ({ until, lifted }: Period, now: Instant): boolean => !lifted && dateAt(now) <= until;

/** Throws `Refused` ban.in-force up to and including the last banned day. */
export const refuseIfBanned = (of: Period | undefined, now: Instant): void =>
  refuseUnless(!of || !isInForce(of, now), 'ban.in-force', { until: of?.until });

/** What a revocation bans by. */
export interface Imposed {
  readonly banId: string;
  readonly winner: Pick<Winner, 'programmeId' | 'identifier' | 'name'>;
  readonly revocationId: string;
  readonly revokedOn: CivilDate;
  readonly rules: Pick<Rules, 'banYears'>;
}

/** The ban of a revocation. Whoever is banned already stays so until the later of the two days. */
export function imposeBan(
  earlier: Ban | undefined,
  { banId, winner, revocationId, revokedOn, rules }: Imposed,
  circumstances: Circumstances,
): Outcome<Ban> {
  const until = lastBannedDay(revokedOn, rules);
  const { programmeId, identifier, name } = winner;
  const known = earlier ?? { ...newHead(programmeId), banId, identifier, name, revocationIds: [] };
  const holds = earlier && isInForce(earlier, circumstances.now);
  const next: Ban = {
    ...known,
    from: holds && earlier.from < revokedOn ? earlier.from : revokedOn,
    until: holds && earlier.until > until ? earlier.until : until,
    revocationIds: [...known.revocationIds, revocationId],
    lifted: undefined,
  };
  return decided(circumstances, next, {
    type: 'banImposed',
    detail: { revocationId, from: next.from, until: next.until },
  });
}
