import { enter } from '#domain/case';
import { declareDocument } from '#domain/document/upload';
import { evidenceParent } from '#domain/on-site/record-finding';
import { refuseUnlessOnTeam } from '#domain/on-site/team';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.addOnSiteEvidence, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessReviewing(application, actor);
  enter('application', application, 'recordOnSiteFinding', actor);
  refuseUnlessOnTeam(application, actor);
  await deps.pledges.refuseUnlessSigned(application.cycleId, actor.personId);
  const { rules } = await deps.cycles.get(application.cycleId);
  const parent = {
    programmeId: application.programmeId,
    parent: evidenceParent(application.applicationId),
    limits: rules.fileLimits,
  };
  const present = await deps.documents.of(parent.parent);
  const declared = { ...body, kind: 'onSiteEvidence' as const };
  const outcome = declareDocument(parent, declared, present, deps.newId('doc'), { actor, now: deps.now() });
  const answer = { document: outcome.next, ...(await deps.files.uploadUrl(outcome.next)) };
  await deps.documents.save(outcome, [], answer);
  return answer;
});
