import { saveSection } from '#domain/application/draft';
import { asApplicant } from '#domain/application/views';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.saveSection, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const command = { section: params.section, content: body };
  const outcome = saveSection(application, command, { actor, now: deps.now() });
  await deps.applications.save(outcome, [], asApplicant(outcome.next));
  return asApplicant(outcome.next);
});
