import type * as z from 'zod';
import { dateAt } from '../calendar/civil.ts';
import type { YearlyDuty } from '../post-award/duty.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Area, Inspection, inspectionPlan } from './inspection.ts';
import { areas } from './inspection.ts';

/**
 * The office plans the inspection of the year, or plans it anew until its outcome is recorded; worksheets stay (A28).
 * `unfit` are those of the team who may not go. Throws `Refused` duty.done-already, inspection.day-past,
 * inspection.areas-missing, inspection.team-unfit.
 */
export function planInspection(
  of: YearlyDuty,
  before: Inspection | undefined,
  { on, team, items }: z.infer<typeof inspectionPlan>,
  unfit: readonly string[],
  circumstances: Circumstances,
): Outcome<Inspection> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnless(of.kind === 'inspection', 'record.not-found', { record: 'duty' });
  refuseUnless(of.status !== 'cancelled', 'duty.cancelled');
  refuseUnless(of.status === 'open', 'duty.done-already');
  refuseUnless(on >= dateAt(now), 'inspection.day-past', { on });
  const missing = areas.filter((area) => !items.some((item) => item.area === area));
  refuseUnless(missing.length === 0, 'inspection.areas-missing', { areas: missing });
  refuseUnless(unfit.length === 0, 'inspection.team-unfit', { people: unfit });
  const { dutyId, certificateNumber, applicationId, ownerId, winnerName, year } = of;
  const next: Inspection = {
    ...(before ?? {
      ...newHead(of.programmeId),
      ...{ inspectionId: dutyId, certificateNumber, applicationId, ownerId, winnerName, year },
      ...{ worksheets: {}, rounds: [], kept: [] },
    }),
    status: 'planned',
    plan: { on, team: [...new Set(team)], items, by: actor.personId, at: now },
  };
  return decided(circumstances, next, {
    type: 'inspectionPlanned',
    detail: { year, on, winnerName, ownerId, applicationId, team: next.plan.team },
  });
}

/** Throws `Refused` inspection.not-on-team to whoever does not belong to the team. */
export const refuseUnlessOnTeam = (of: Inspection, { actor }: Pick<Circumstances, 'actor'>): void =>
  refuseUnless(of.plan.team.includes(actor.personId), 'inspection.not-on-team');

/** Throws `Refused` inspection.wrong-status unless the inspection stands there. */
export const refuseUnlessIn = (of: Inspection, ...statuses: Inspection['status'][]): void =>
  refuseUnless(statuses.includes(of.status), 'inspection.wrong-status', { status: of.status, needed: statuses });

/** The areas that nobody has written a worksheet on. */
export const unwritten = (of: Inspection): Area[] => areas.filter((area) => !of.worksheets[area]);
