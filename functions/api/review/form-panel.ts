import { closedSheets, formPanel } from '#domain/review/form-panel';
import { emptySheets } from '#domain/review/review';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { candidatesAmong } from './candidates.ts';

export const handler = http(routes.formPanel, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const [{ rules }, sheets, candidates] = await Promise.all([
    deps.cycles.get(application.cycleId),
    deps.reviews.of(application.applicationId),
    candidatesAmong(application, [...body.assessorIds, ...(body.ended ?? []).map((e) => e.personId)], deps),
  ]);
  const circumstances = { actor, now: deps.now() };
  const outcome = formPanel(application, body, { rules, candidates, sheets }, circumstances);
  const opened = emptySheets(outcome.next, sheets, deps.newId);
  return deps.reviews.form(outcome, opened, closedSheets(outcome.next, sheets, circumstances));
});
