import { saveSection } from '#domain/application/save-section';
import { identifierOf } from '#domain/application/submit';
import { asApplicant } from '#domain/application/views';
import { refuseIfBanned } from '#domain/revocation/ban';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.saveSection, async ({ params, query, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const edit = { cycle, section: params.section, content: body, basedOn: query.basedOn };
  const outcome = saveSection(application, edit, { actor, now: deps.now() });
  const identifier = params.section.endsWith('Identity') ? identifierOf(outcome.next) : undefined;
  // Whoever is banned learns it when they say who they are, and not after all the work (A27).
  if (identifier) refuseIfBanned(await deps.bans.find(application.programmeId, identifier), deps.now());
  await deps.applications.save(outcome, [], asApplicant(outcome.next, actor));
  return asApplicant(outcome.next, actor);
});
