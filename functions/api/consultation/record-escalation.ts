import { recordEscalation } from '#domain/consultation/escalate';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordEscalation, async ({ params, body, actor, deps }) => {
  const { applicationId, departmentCode } = params;
  const application = await deps.applications.get(applicationId);
  const escalation = { departmentCode, outcome: body.outcome };
  return deps.applications.save(recordEscalation(application, escalation, { actor, now: deps.now() }));
});
