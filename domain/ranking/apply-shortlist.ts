import { enter, move, moved } from '../case.ts';
import type { ApplyEntry } from '../list/apply-entry.ts';
import { decided } from '../record.ts';

/** Applies the shortlist to one application: on to the defence, or out, to end once its report is delivered (A17). */
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
  return decided(circumstances, { ...of, shortlisting }, { type: 'notShortlisted', detail: { listId, reason } });
};
