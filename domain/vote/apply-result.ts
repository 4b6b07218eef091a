import { enter, move, moved } from '../case.ts';
import type { ApplyEntry } from '../list/apply-entry.ts';
import { decided } from '../record.ts';

/**
 * Applies the committee's vote to one application: proposed as a winner, or ended (A21). The applicant reads why it
 * ended: the ground alone, for how many voted how is the committee's (D4).
 */
export const applyVoteResult: ApplyEntry = (application, list, entry, circumstances) => {
  enter('application', application, 'closeVote', circumstances.actor);
  const { now } = circumstances;
  if (entry.outcome === 'out' || !entry.award) {
    const ended = { stage: application.stage, reason: entry.ground ?? '未列入拟获奖名单', article: 'A21', at: now };
    return decided(
      circumstances,
      { ...move(application, 'Ended', now), ended },
      moved(application, 'notElected', 'Ended', { listId: list.listId }),
    );
  }
  const awarding = { award: entry.award, meetingId: list.facts.meetingId ?? '', votedAt: now };
  return decided(
    circumstances,
    { ...move(application, 'AwardNotice', now), awarding },
    moved(application, 'proposedAsWinner', 'AwardNotice', { listId: list.listId, award: entry.award }),
  );
};
