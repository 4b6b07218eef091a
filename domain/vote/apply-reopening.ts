import { enter, move, moved } from '../case.ts';
import type { ApplyEntry } from '../list/apply-entry.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { wasNotElected } from './reopen.ts';

/** Brings one application that was not elected back before the committee, by its resolution (A21, D20). */
export const applyReopening: ApplyEntry = (application, list, entry, circumstances) => {
  enter('application', application, 'reopenVote', circumstances.actor);
  refuseUnless(wasNotElected(application), 'vote.nobody-to-reopen');
  const { ended, ...open } = application;
  return decided(
    circumstances,
    { ...move(open, 'CommitteeVote', circumstances.now), reopenedAt: list.at },
    moved(application, 'voteReopened', 'CommitteeVote', {
      listId: list.listId,
      resolution: entry.reason,
      formerEnd: ended?.reason,
    }),
  );
};
