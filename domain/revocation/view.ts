import * as z from 'zod';
import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import { actionsOf } from '../lifecycle.ts';
import { Refused } from '../refused.ts';
import { groundLabels } from './grounds.ts';
import type { Revocation } from './revocation.ts';
import { revocation } from './revocation.ts';

const readers = ['office', 'auditor', 'committeeMember', 'registrar'] as const;

const isWinnerOf = (actor: Actor, of: Revocation) => of.ownerId === actor.personId && of.hearing !== undefined;

/** Throws `Refused` record.not-found to whoever has no part in the case; the winner has one from the notice on. */
export function refuseUnlessKnown(actor: Actor, of: Revocation): void {
  if (!isWinnerOf(actor, of) && !readers.some((r) => hasRole(actor, r, of.programmeId)))
    throw new Refused('record.not-found', { record: 'revocation' });
}

/** The case as the caller may see it. Throws record.not-found. */
export function revocationFor(actor: Actor, of: Revocation) {
  refuseUnlessKnown(actor, of);
  const isWinner = isWinnerOf(actor, of);
  const actions = Object.entries(actionsOf('revocation', of.stage))
    .filter(([, t]) =>
      t.by.some((p) =>
        p === 'applicant' ? isWinner : readers.some((r) => r === p && hasRole(actor, r, of.programmeId)),
      ),
    )
    .map(([action]) => action);
  // The votes are the committee's; the winner learns what was decided.
  const committeeDecision =
    isWinner && of.committeeDecision ? { ...of.committeeDecision, reason: undefined } : of.committeeDecision;
  return { ...of, committeeDecision, article: groundLabels[of.ground].article, actions };
}

/** What the public announcement of a revocation says (A27): name and ground, never an identifier. */
export const announced = revocation
  .pick({ certificateNumber: true, winnerName: true, award: true, awardYear: true, ground: true, bannedUntil: true })
  .extend({
    article: z.string(),
    title: z.string(),
    text: z.string(),
    publishedAt: z.iso.datetime(),
    decision: z.object({ number: z.string(), date: z.iso.date() }),
  });

/** The announcement of the case, if it was announced. */
export function announcementOf(of: Revocation): z.infer<typeof announced> | undefined {
  const { announcement, governmentDecision } = of;
  if (!announcement || !governmentDecision) return undefined;
  const { title, text, at } = announcement;
  const { number, date } = governmentDecision;
  const { article } = groundLabels[of.ground];
  return announced.parse({ ...of, article, title, text, publishedAt: at, decision: { number, date } });
}
