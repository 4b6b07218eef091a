import { roleIsHeld } from '#domain/actor';
import { isConflicted } from '#domain/conflict/conflict';
import { planInspection } from '#domain/inspection/plan';
import { http } from '#functions/runtime/http';
import { applicantOf } from '../post-award/of-duty.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.planInspection, async ({ params: { dutyId }, body, actor, deps }) => {
  const duty = await deps.duties.get(dutyId);
  const before = await deps.inspections.find(dutyId);
  const applicant = await applicantOf(duty, deps);
  const goes = async (personId: string) => {
    const grants = (await deps.people.find(personId))?.grants ?? [];
    const holds = (['office', 'assessor'] as const).some((role) => roleIsHeld(grants, role, duty.programmeId));
    return holds && !isConflicted(applicant, personId);
  };
  const fit = await Promise.all(body.team.map(goes));
  const unfit = body.team.filter((_, i) => !fit[i]);
  return deps.inspections.save(planInspection(duty, before, body, unfit, { actor, now: deps.now() }));
});
