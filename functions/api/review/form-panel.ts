import { formPanel } from '#domain/review/form-panel';
import { emptySheets } from '#domain/review/review';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.formPanel, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const [{ rules }, holders, sheets] = await Promise.all([
    deps.cycles.get(application.cycleId),
    deps.people.holders(application.programmeId, 'assessor'),
    deps.reviews.of(application.applicationId),
  ]);
  const assessors = holders.map((h) => h.personId);
  const outcome = formPanel(application, body, { rules, assessors, sheets }, { actor, now: deps.now() });
  const opened = emptySheets(outcome.next, sheets, deps.newId).map((sheet) => deps.reviews.opened(sheet));
  return deps.applications.save(outcome, opened);
});
