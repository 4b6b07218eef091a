import { enter, move, moved } from '../case.ts';
import type { ApplyEntry } from '../list/apply-entry.ts';
import { decided } from '../record.ts';

/** Applies the municipal decision to one application: awarded with its certificate's number, or ended (A22). */
export const applyGovernmentDecision: ApplyEntry = (application, list, entry, circumstances) => {
  enter('application', application, 'recordGovernmentDecision', circumstances.actor);
  const { now } = circumstances;
  const { decision } = list.facts;
  if (entry.outcome === 'out' || !application.awarding) {
    const ended = { stage: application.stage, reason: entry.reason, article: 'A22', at: now };
    return decided(
      circumstances,
      { ...move(application, 'Ended', now), ended },
      moved(application, 'notApproved', 'Ended', { listId: list.listId }),
    );
  }
  const { certificateNumber } = entry;
  const awarding = { ...application.awarding, decision, certificateNumber };
  return decided(
    circumstances,
    { ...move(application, 'Awarded', now), awarding },
    moved(application, 'awarded', 'Awarded', { listId: list.listId, certificateNumber, decision: decision?.number }),
  );
};
