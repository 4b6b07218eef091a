import { roleIsHeld } from '#domain/actor';
import { detectConflicts } from '#domain/assessor/detect';
import { dateAt } from '#domain/calendar/civil';
import { isConflicted } from '#domain/conflict/conflict';
import { planInspection } from '#domain/inspection/plan';
import { http } from '#functions/runtime/http';
import { pinnedRules } from '../cycle/pinned-rules.ts';
import { winnerOf } from '../post-award/of-duty.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.planInspection, async ({ params: { dutyId }, body, actor, deps }) => {
  const duty = await deps.duties.get(dutyId);
  const before = await deps.inspections.find(dutyId);
  const applicant = await winnerOf(duty, deps);
  const rules = await pinnedRules(applicant?.cycleId ?? '', deps);
  /** Whether the pool's entry shows a conflict with the winner by itself (D26). */
  const isTied = async (personId: string) => {
    const entry = await deps.assessors.ofPerson(duty.programmeId, personId);
    return !!entry && !!applicant && detectConflicts(entry, applicant, rules, dateAt(deps.now())).length > 0;
  };
  const goes = async (personId: string) => {
    const grants = (await deps.people.find(personId))?.grants ?? [];
    const holds = (['office', 'assessor'] as const).some((role) => roleIsHeld(grants, role, duty.programmeId));
    return holds && !isConflicted(applicant ?? {}, personId) && !(await isTied(personId));
  };
  const fit = await Promise.all(body.team.map(goes));
  const unfit = body.team.filter((_, i) => !fit[i]);
  return deps.inspections.save(planInspection(duty, before, body, unfit, { actor, now: deps.now() }));
});
