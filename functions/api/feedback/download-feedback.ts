import type { Application } from '#domain/application/application';
import { folders } from '#domain/retention/folders';
import { retainUntil } from '#domain/retention/kept-until';
import { actsForApplicant } from '#domain/applicant';
import { fileFeedback, openReport, refuseUnlessFeedback } from '#domain/review/deliver-report';
import { feedbackPaper } from '#domain/review/feedback-paper';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';
import { http } from '#functions/runtime/http';
import { namesOfAssessors } from '#functions/runtime/names-of-assessors';
import { filePaper } from '#functions/runtime/papers';
import { routes } from '../routes.ts';

/** Printed for whoever asks first, and filed: everyone after gets the same paper. */
async function printed(of: Application, deps: Deps) {
  const cycle = await deps.cycles.get(of.cycleId);
  const criteria = await deps.editions.ofCycle(cycle, of.kind);
  const names = await namesOfAssessors(of, deps);
  const folder = `${folders.application(of.programmeId, of.cycleId, of.applicationId)}/feedback`;
  const [paper] = await filePaper(deps, feedbackPaper(of, { cycle, criteria, names }, deps.now()), folder, {
    until: retainUntil(cycle),
    formats: ['pdf'],
  });
  if (!paper) throw new Refused('report.missing');
  return paper;
}

export const handler = http(routes.downloadFeedback, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessFeedback(application, actor);
  const circumstances = { actor, now: deps.now() };
  const filed = application.materialReview?.paper;
  const paper = filed ?? (await printed(application, deps));
  const filing = filed ? undefined : fileFeedback(application, paper, circumstances);
  const opening = actsForApplicant(application, actor.personId)
    ? openReport(filing?.next ?? application, circumstances)
    : undefined;
  const outcome = opening ? { ...opening, events: [...(filing?.events ?? []), ...opening.events] } : filing;
  const { recordsKey: key, versionId, name, sha256 } = paper;
  const answer = { url: await deps.files.downloadUrl({ bucket: 'records', key, versionId }, name), name, sha256 };
  if (outcome) await deps.applications.save(outcome, [], answer);
  return answer;
});
