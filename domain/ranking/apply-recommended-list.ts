import { enter, move, moved } from '../case.ts';
import type { ApplyEntry } from '../list/apply-entry.ts';
import { decided } from '../record.ts';

/** Applies the recommended list to one application: before the committee with the award proposed, or ended (A20). */
export const applyRecommendedList: ApplyEntry = (of, list, { compositeMilli, award, reason }, circumstances) => {
  enter('application', of, 'recommendForAward', circumstances.actor);
  const { now } = circumstances;
  const { listId } = list;
  if (award && compositeMilli !== undefined)
    return decided(
      circumstances,
      { ...move(of, 'CommitteeVote', now), listed: { listId, compositeMilli, award, reason, at: list.at } },
      moved(of, 'recommendedForAward', 'CommitteeVote', { listId, award }),
    );
  const ended = { stage: of.stage, reason, article: 'A20', at: now };
  return decided(
    circumstances,
    { ...move(of, 'Ended', now), ended },
    moved(of, 'notRecommended', 'Ended', { listId, reason }),
  );
};
