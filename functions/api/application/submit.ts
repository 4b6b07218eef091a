import { manifestOf } from '#domain/application/manifest';
import { identifierOf, refuseUnlessSubmittable, submit } from '#domain/application/submit';
import { asApplicant } from '#domain/application/views';
import { folders } from '#domain/retention/folders';
import { recommendationDueOn } from '#domain/recommendation/deadline';
import { retainUntil } from '#domain/retention/kept-until';
import { refuseIfBanned } from '#domain/revocation/ban';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { keepFiles } from './filing/keep-files.ts';

/*
 * Files first, record last: a crash between the two leaves locked copies that nothing refers to, and the repeat finds
 * them; the other way round a receipt could name files that are not in the records.
 */
export const handler = http(routes.submit, async ({ params, actor, deps }) => {
  const application = await deps.applications.get(params.applicationId);
  const cycle = await deps.cycles.get(application.cycleId);
  const all = await deps.documents.of(`application:${application.applicationId}`);
  const documents = all.filter((d) => d.status !== 'removed');
  const identifier = identifierOf(application) ?? '';
  const pastWinner = await deps.winners.isAmong(cycle.programmeId, identifier);
  const seat = await deps.applications.seatOf(cycle.cycleId, identifier);
  refuseUnlessSubmittable(application, { cycle, documents, pastWinner, seat }, { actor, now: deps.now() });
  refuseIfBanned(await deps.bans.find(cycle.programmeId, identifier), deps.now());

  const until = retainUntil(cycle);
  const folder = folders.application(cycle.programmeId, cycle.cycleId, application.applicationId);
  const files = await keepFiles(deps, documents, folder, until);
  const number = `${cycle.year}-${application.kind === 'organisation' ? 'Z' : 'G'}-${deps.newId('rcp').slice(-10)}`;
  const manifest = manifestOf(application, files);
  await deps.files.keepText(`${folder}/manifest-${number}.json`, manifest, until);

  const { calendars } = await deps.programmes.get(cycle.programmeId);
  // Who becomes another's by the correction is asked for from now on.
  const asked = application.stage === 'Correction' ? { ...application, recommendedAnewSince: deps.now() } : application;
  const recommendBy = recommendationDueOn(asked, cycle, calendars);
  const submission = {
    recommendBy,
    seat,
    cycle,
    documents,
    number,
    manifestSha256: deps.sha256(manifest),
    files,
    pastWinner,
  };
  const outcome = submit(application, submission, { actor, now: deps.now() });
  const answer = asApplicant(outcome.next, actor);
  await deps.applications.submit(outcome, application, answer);
  return answer;
});
