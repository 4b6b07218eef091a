import { folders } from '#domain/retention/folders';
import { retainUntil } from '#domain/retention/kept-until';
import type { KeptEvidence } from '#domain/on-site/on-site';
import { evidenceParent } from '#domain/on-site/record-finding';
import { evidenceOf, handInOnSiteReport, refuseUnlessReportable } from '#domain/on-site/report';
import { Refused } from '#domain/refused';
import { refuseUnlessReviewing } from '#domain/review/on-panel';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

/* Files first, record last, as with a submission: a crash between the two leaves copies that the repeat finds. */
export const handler = http(routes.handInOnSiteReport, async ({ params, body, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  refuseUnlessReviewing(application, actor);
  const { applicationId, programmeId, cycleId, kind } = application;
  await deps.pledges.refuseUnlessSigned(cycleId, actor.personId);
  const cycle = await deps.cycles.get(cycleId);
  const criteria = await deps.editions.ofCycle(cycle, kind);
  refuseUnlessReportable(application, body, { criteria, rules: cycle.rules }, { actor });

  const wanted = evidenceOf(application, await deps.findings.of(applicationId));
  const documents = (await deps.documents.of(evidenceParent(applicationId))).filter((d) =>
    wanted.includes(d.documentId),
  );
  const evidence = await Promise.all(
    documents.map(async (document): Promise<KeptEvidence> => {
      const recordsKey = `${folders.application(programmeId, cycleId, applicationId)}/${document.documentId}`;
      const kept = await deps.files.keep(document, recordsKey, retainUntil(cycle));
      if (kept === 'missing') throw new Refused('document.not-checked');
      return { documentId: document.documentId, sha256: document.sha256, recordsKey, ...kept };
    }),
  );
  const outcome = handInOnSiteReport(
    application,
    body,
    { criteria, rules: cycle.rules, evidence },
    { actor, now: deps.now() },
  );
  const { stage, onSite } = outcome.next;
  const answer = { applicationId, stage, scoreMilli: onSite?.report?.scoreMilli ?? 0 };
  await deps.applications.save(outcome, [], answer);
  return answer;
});
