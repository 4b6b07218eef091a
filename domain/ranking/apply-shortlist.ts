import { enter, move, moved } from '../case.ts';
import type { ApplyEntry } from '../list/apply-entry.ts';
import { decided } from '../record.ts';
import { delivered } from '../review/panel-report.ts';

/** Applies the shortlist to one application: on to the defence, or ended with its report delivered (A17). */
export const applyShortlist: ApplyEntry = (of, list, { outcome, defence, onSite, reason }, circumstances) => {
  enter('application', of, 'shortlist', circumstances.actor);
  const { now } = circumstances;
  const { listId } = list;
  const shortlisting = { listId, defence: defence ?? false, onSite: onSite ?? false, reason, at: list.at };
  if (outcome === 'in')
    return decided(
      circumstances,
      { ...move(of, 'Defence', now), shortlisting },
      moved(of, 'shortlisted', 'Defence', { listId }),
    );
  const ended = { stage: of.stage, reason, article: 'A17', at: now };
  return decided(
    circumstances,
    { ...move(of, 'Ended', now), shortlisting, ...delivered(of, now), ended },
    moved(of, 'notShortlisted', 'Ended', { listId, reason, reportDeliveredAt: now }),
  );
};
