import * as z from 'zod';
import type { Winner } from '../approval/winner.ts';
import { awards } from '../approval/awarding.ts';
import type { Programme } from '../programme/programme.ts';
import { Refused } from '../refused.ts';
import { grounds, groundLabels } from '../revocation/grounds.ts';
import type { Revocation } from '../revocation/revocation.ts';

/**
 * What a platform is told. The only place where an identifier leaves the system: without it the platforms could not
 * enter anybody (A27).
 */
export const platformMessage = z.strictObject({
  schema: z.literal('award-revocation/1'),
  award: z.strictObject({
    programme: z.string(),
    grantedBy: z.string(),
    kind: z.enum(awards),
    year: z.int(),
    certificateNumber: z.string(),
  }),
  subject: z.strictObject({
    kind: z.enum(['organisation', 'individual']),
    name: z.string().min(1),
    identifier: z.string().min(1),
  }),
  ground: z.strictObject({ code: z.enum(grounds), article: z.string(), text: z.string() }),
  decision: z.strictObject({ number: z.string(), date: z.iso.date() }),
  bannedUntil: z.iso.date(),
});
export type PlatformMessage = z.infer<typeof platformMessage>;

/** The message on a revocation that the government decided. Throws `Refused` push.not-revoked. */
export function messageOn(of: Revocation, winner: Winner, programme: Programme): PlatformMessage {
  const { governmentDecision, bannedUntil } = of;
  if (!governmentDecision?.revoke || !bannedUntil) throw new Refused('push.not-revoked');
  const { article, zh } = groundLabels[of.ground];
  const { number, date } = governmentDecision;
  const { award, awardYear, certificateNumber, kind, name, identifier } = winner;
  return platformMessage.parse({
    schema: 'award-revocation/1',
    award: {
      ...{ programme: programme.name, grantedBy: programme.grantedBy },
      ...{ kind: award, year: awardYear, certificateNumber },
    },
    subject: { kind, name, identifier },
    ground: { code: of.ground, article, text: zh },
    decision: { number, date },
    bannedUntil,
  });
}
