import { folders } from '#domain/retention/folders';
import { retainUntil } from '#domain/retention/kept-until';
import { refuseUnlessSubmittable, submitToGovernment } from '#domain/approval/submission';
import { submissionPaper } from '#domain/approval/submission-paper';
import { http } from '#functions/runtime/http';
import { filePaper } from '#functions/runtime/papers';
import { refuseUnlessSeesAll } from '../cycle/refuse-unless-sees-all.ts';
import { routes } from '../routes.ts';
import { factsOf } from './facts.ts';

export const handler = http(routes.submitToGovernment, async ({ params, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  const circumstances = { actor, now: deps.now() };
  await refuseUnlessSeesAll(deps, cycle.cycleId, 'GovernmentApproval');
  const awaiting = await Array.fromAsync(deps.applications.inStage(cycle.cycleId, 'GovernmentApproval'));
  refuseUnlessSubmittable(cycle, awaiting, circumstances);
  const paper = submissionPaper(cycle, await factsOf(cycle, awaiting, deps), deps.now());
  const submissionId = deps.newId('sub');
  const folder = `${folders.submissions(cycle.programmeId, cycle.cycleId)}/${submissionId}`;
  const papers = await filePaper(deps, paper, folder, { until: retainUntil(cycle) });
  return deps.submissions.save(submitToGovernment(cycle, submissionId, awaiting, papers, circumstances));
});
