import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { DefenceSheet } from '../cycle/rules/defence.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { endOfSlot } from './clash.ts';
import { refuseIfShort } from '../review/on-panel.ts';
import { scoreLineOf } from './defence.ts';
import { attendants, defenceOf, withDefence } from './parts.ts';

/** A member's score: noted as the defence goes on, or handed in for good. */
export const defenceScore = z.object({
  items: z.array(scoreLineOf).max(20),
  handIn: z.boolean().default(true).describe('False: noted, to be changed or handed in later'),
});

const refuseUnlessTime = (of: Application, now: string): void => {
  const at = of.defence?.slot?.at;
  refuseUnless(!!at && at <= now, 'defence.not-held', { at });
};

/**
 * The office records that the defence has begun: the defender is there (A18). It begins once; once more only when so many
 * of those who attended have left the panel that too few could score it: then the panel as it is now hears it and scores
 * it, and what was scored before is kept and void (D26).
 */
export function beginDefence(
  of: Application,
  { panelMinimum }: Pick<Rules, 'panelMinimum'>,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'beginDefence', actor);
  const { begunAt, noShow, defender, completedAt, scores } = defenceOf(of);
  refuseUnless(!noShow, 'defence.no-show-recorded');
  const again = !!begunAt && attendants(of).length < panelMinimum;
  refuseUnless((!begunAt || again) && !completedAt, 'defence.begun');
  if (again) refuseIfShort(of, { panelMinimum });
  refuseUnlessTime(of, now);
  refuseUnless(!!defender, 'defence.no-defender');
  const attendedBy = of.panel?.assessorIds ?? [];
  const former = scores.map((s) => ({ ...s, voidedAt: s.voidedAt ?? now }));
  return decided(
    circumstances,
    withDefence(of, { begunAt: now, attendedBy, ...(again && { endedAt: undefined, drafts: [], scores: former }) }),
    { type: 'defenceBegun', detail: { defender, attendedBy, again } },
  );
}

/** The office records that the defence is over; the panel may still hand in its scores (A18). */
export function endDefence(of: Application, circumstances: Circumstances): Outcome<Application> {
  enter('application', of, 'endDefence', circumstances.actor);
  const { begunAt, endedAt } = defenceOf(of);
  refuseUnless(!!begunAt, 'defence.not-begun');
  refuseUnless(!endedAt, 'defence.ended');
  return decided(circumstances, withDefence(of, { endedAt: circumstances.now }), { type: 'defenceEnded' });
}

type Lines = z.infer<typeof scoreLineOf>[];

/** Throws `Refused` defence.unknown-items, defence.too-many-points, and when it is handed in defence.items-missing. */
function refuseUnlessOfSheet(items: Lines, sheet: DefenceSheet, handIn: boolean): void {
  const codes = items.map((i) => i.code);
  const unknown = codes.filter((c, i) => !sheet.some((s) => s.code === c) || codes.indexOf(c) !== i);
  refuseUnless(unknown.length === 0, 'defence.unknown-items', { items: unknown });
  const over = items.filter((i) => i.points > (sheet.find((s) => s.code === i.code)?.points ?? 0));
  refuseUnless(over.length === 0, 'defence.too-many-points', { items: over.map((i) => i.code) });
  const missing = sheet.map((s) => s.code).filter((c) => !codes.includes(c));
  refuseUnless(!handIn || missing.length === 0, 'defence.items-missing', { items: missing });
}

/**
 * A member of the panel notes a score while the defence goes on, or hands it in, once, by the cycle's sheet: the items
 * make the points, in whole numbers. Throws `Refused` for a no-show, before it has begun and after it was closed (A18).
 */
export function scoreDefence(
  of: Application,
  { items, handIn }: z.infer<typeof defenceScore>,
  sheet: DefenceSheet,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'scoreDefence', actor);
  const { scores, drafts = [], noShow, begunAt, completedAt } = defenceOf(of);
  refuseUnless(!noShow, 'defence.no-show-recorded');
  refuseUnless(!completedAt, 'defence.completed');
  refuseUnless(!!begunAt, 'defence.not-begun');
  const assessorId = actor.personId;
  refuseUnless(attendants(of).includes(assessorId), 'defence.not-attended');
  refuseUnless(!scores.some((s) => s.assessorId === assessorId && !s.voidedAt), 'defence.scored-already');
  refuseUnlessOfSheet(items, sheet, handIn);
  const others = drafts.filter((d) => d.assessorId !== assessorId);
  const detail = { assessorId };
  if (!handIn)
    return decided(circumstances, withDefence(of, { drafts: [...others, { assessorId, items, at: now }] }), {
      type: 'defenceScoreNoted',
      detail,
    });
  const points = items.reduce((sum, i) => sum + i.points, 0);
  return decided(
    circumstances,
    withDefence(of, { drafts: others, scores: [...scores, { assessorId, items, points, at: now }] }),
    { type: 'defenceScored', detail },
  );
}

/** What the office records, or with `annul` takes back, and why. */
export const noShowNote = z.object({
  reason: z.string().trim().min(1).max(1000),
  annul: z.boolean().default(false).describe('By another officer: the no-show was recorded by mistake'),
});

/**
 * Records that nobody came by the end of the slot: recorded, never scored (A18). Throws `Refused` defence.slot-not-over.
 */
export function recordNoShow(
  of: Application,
  { reason, annul }: z.infer<typeof noShowNote>,
  circumstances: Circumstances,
): Outcome<Application> {
  if (annul) return annulNoShow(of, reason, circumstances);
  const { actor, now } = circumstances;
  enter('application', of, 'recordNoShow', actor);
  const { scores, noShow, begunAt, completedAt, slot } = defenceOf(of);
  refuseUnless(!noShow, 'defence.no-show-recorded');
  refuseUnless(scores.length === 0, 'defence.scores-exist');
  refuseUnless(!begunAt && !completedAt, 'defence.begun');
  refuseUnlessTime(of, now);
  // Who is late has come: within the slot the office may still begin.
  const end = slot && endOfSlot(slot);
  refuseUnless(!!end && end <= now, 'defence.slot-not-over', { end });
  return decided(circumstances, withDefence(of, { noShow: { recordedBy: actor.personId, at: now, reason } }), {
    type: 'defenceNoShow',
    detail: { reason },
  });
}

/**
 * Another officer takes the record of a no-show back, until the defence is closed: it is held, or scheduled anew. Throws
 * `Refused` defence.no-show-missing, defence.completed, defence.no-show-own.
 */
function annulNoShow(of: Application, reason: string, circumstances: Circumstances): Outcome<Application> {
  const { actor } = circumstances;
  enter('application', of, 'recordNoShow', actor);
  const { noShow, completedAt } = defenceOf(of);
  refuseUnless(!!noShow, 'defence.no-show-missing');
  refuseUnless(!completedAt, 'defence.completed');
  refuseUnless(noShow.recordedBy !== actor.personId, 'defence.no-show-own');
  return decided(circumstances, withDefence(of, { noShow: undefined }), {
    type: 'defenceNoShowAnnulled',
    detail: { reason, recorded: noShow },
  });
}
