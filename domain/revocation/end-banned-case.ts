import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import { isEnd } from '../lifecycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Ban } from './ban.ts';
import { isInForce } from './ban.ts';

/**
 * The case of a party that was banned while it was under way in a later cycle ends at once, wherever it stands, with the
 * ground (A27). Undefined when there is nothing to end: a draft that was never handed in cannot be, and an award that
 * was given takes a revocation of its own.
 */
export function endBannedCase(
  of: Application,
  ban: Ban,
  circumstances: Circumstances,
): Outcome<Application> | undefined {
  const { now, actor } = circumstances;
  if (of.stage === 'Draft' || isEnd('application', of.stage) || !isInForce(ban, now)) return undefined;
  enter('application', of, 'endByBan', actor);
  const reason = `因所获奖励被撤销,${ban.until} 以前(含当日)不接受申报。`;
  return decided(
    circumstances,
    { ...move(of, 'Ended', now), ended: { stage: of.stage, reason, article: 'A27', at: now } },
    moved(of, 'endedByBan', 'Ended', { banId: ban.banId, until: ban.until, reason }),
  );
}
