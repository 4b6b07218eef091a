import * as z from 'zod';
import type { Application } from '../application/application.ts';
import type { Candidate } from '../assessor/eligible.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { refusalText } from '../refusals.ts';
import { requireRole } from '../require-role.ts';
import { formPanel } from '../review/form-panel.ts';
import type { Review } from '../review/review.ts';

/** Panels of one command at most: its record and its checks stay within a request. */
export const mostPanels = 200;

/** One panel as the office wants it: proposed, or changed by hand. */
export const wantedPanel = z.object({
  applicationId: z.string(),
  leaderId: z.string(),
  assessorIds: z.array(z.string()).min(1).max(20),
});
export type WantedPanel = z.infer<typeof wantedPanel>;

/** Panels decided together: saved whole, then formed one application after the other. */
export const assignment = z.object({
  ...recordHead,
  assignmentId: z.string(),
  cycleId: z.string(),
  panels: z.array(wantedPanel),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Assignment = z.infer<typeof assignment>;

/** What stands against one of the panels. */
export interface Fault {
  readonly applicationId: string;
  readonly code: string;
  readonly message: { readonly zh: string; readonly en: string };
}

export interface AssignmentGround {
  readonly applications: ReadonlyMap<string, Application>;
  readonly candidates: ReadonlyMap<string, Candidate>;
  readonly sheets: ReadonlyMap<string, readonly Review[]>;
}

/** The faults of the panels, each by the same rules as a panel formed by hand, the loads added up over all of them. */
export function faultsOf(
  cycle: Cycle,
  wanted: readonly WantedPanel[],
  ground: AssignmentGround,
  circumstances: Circumstances,
): Fault[] {
  const loads = new Map([...ground.candidates].map(([id, c]) => [id, new Set(c.reviews)]));
  const faults: Fault[] = [];
  for (const panel of wanted) {
    const { applicationId } = panel;
    const candidates = panel.assessorIds.flatMap((id) => {
      const known = ground.candidates.get(id);
      return known ? [{ ...known, reviews: new Set(loads.get(id)) }] : [];
    });
    try {
      const application = ground.applications.get(applicationId);
      if (!application || application.cycleId !== cycle.cycleId)
        throw new Refused('record.not-found', { record: 'application' });
      const sheets = ground.sheets.get(applicationId) ?? [];
      formPanel(application, panel, { rules: cycle.rules, candidates, sheets }, circumstances);
      for (const id of panel.assessorIds) loads.get(id)?.add(applicationId);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.push({ applicationId, code: error.code, message: refusalText(error.code, error.detail) });
    }
  }
  return faults;
}

/**
 * Decides all the panels or none (A9(3), A17). Throws `Refused` assignment.faults naming every panel that does not
 * stand, assignment.twice.
 */
export function decideAssignment(
  cycle: Cycle,
  assignmentId: string,
  wanted: readonly WantedPanel[],
  ground: AssignmentGround,
  circumstances: Circumstances,
): Outcome<Assignment> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', cycle.programmeId);
  const ids = wanted.map((w) => w.applicationId);
  refuseUnless(new Set(ids).size === ids.length, 'assignment.twice');
  const faults = faultsOf(cycle, wanted, ground, circumstances);
  refuseUnless(faults.length === 0, 'assignment.faults', { faults, count: faults.length });
  return decided(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      assignmentId,
      cycleId: cycle.cycleId,
      panels: [...wanted],
      by: actor.personId,
      at: now,
    },
    { type: 'assignmentDecided', detail: { assignmentId, panels: wanted.length } },
  );
}
