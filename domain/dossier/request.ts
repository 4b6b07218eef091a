import type { Actor } from '../actor.ts';
import { hasRole } from '../actor.ts';
import { actsForApplicant } from '../applicant.ts';
import type { Application } from '../application/application.ts';
import { instantOf } from '../calendar/civil.ts';
import type { ExportRecord } from '../export/export.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';

/** How long a dossier lies ready: as the rule of the bucket says that removes it. */
export const daysReady = 7;
const aDay = 86_400_000;
/** The job ends within a quarter of an hour, each of its few tries. */
const longestPreparation = 3_600_000;

const isOfficial = (actor: Actor, programmeId: string) =>
  hasRole(actor, 'office', programmeId) || hasRole(actor, 'auditor', programmeId);

/**
 * Asks for the dossier of an application (A29): the office and the auditors get the whole of it, the applicant what they
 * handed in and may know. Throws `Refused` record.not-found for everyone else, dossier.nothing-handed-in, .in-preparation.
 */
export function requestDossier(
  of: Application,
  { exportId, purpose, earlier }: { exportId: string; purpose: string; earlier: readonly ExportRecord[] },
  circumstances: Circumstances,
): Outcome<ExportRecord> {
  const { actor, now } = circumstances;
  const { applicationId, programmeId } = of;
  const isTheirs = actsForApplicant(of, actor.personId);
  const official = isOfficial(actor, programmeId) && of.stage !== 'Draft';
  refuseUnless(isTheirs || official, 'record.not-found', { record: 'application' });
  refuseUnless(of.receipt !== undefined, 'dossier.nothing-handed-in');
  const since = instantOf(Date.parse(now) - longestPreparation);
  const waits = earlier.some((e) => e.status === 'preparing' && e.by.personId === actor.personId && e.at > since);
  refuseUnless(!waits, 'dossier.in-preparation');
  const kind = isTheirs ? ('applicantDossier' as const) : ('dossier' as const);
  const by = { personId: actor.personId, name: actor.name };
  return decided<ExportRecord>(
    circumstances,
    {
      ...newHead(programmeId),
      ...{ exportId, kind, applicationId, purpose, by, at: now, status: 'preparing', downloads: [] },
    },
    { type: 'dossierRequested', detail: { applicationId, kind, purpose } },
  );
}

/** The job has put the dossier together. */
export const dossierMade = (of: ExportRecord, made: NonNullable<ExportRecord['made']>, circumstances: Circumstances) =>
  decided<ExportRecord>(
    circumstances,
    { ...of, status: 'ready', made },
    {
      type: 'dossierMade',
      detail: { applicationId: of.applicationId, sha256: made.sha256, manifestSha256: made.manifestSha256 },
    },
  );

/** The job failed for good; one that was made already stays. */
export const dossierFailed = (of: ExportRecord, circumstances: Circumstances): Outcome<ExportRecord> | undefined =>
  of.status === 'preparing'
    ? decided<ExportRecord>(
        circumstances,
        { ...of, status: 'failed' },
        { type: 'dossierFailed', detail: { applicationId: of.applicationId } },
      )
    : undefined;

/** Throws `Refused` record.not-found unless the export is theirs to see: the applicant's own, or office and auditors. */
export function refuseUnlessExportReader(of: ExportRecord, application: Application | undefined, actor: Actor): void {
  const theirs =
    of.kind === 'applicantDossier' && application !== undefined && actsForApplicant(application, actor.personId);
  if (!theirs && !isOfficial(actor, of.programmeId)) throw new Refused('record.not-found', { record: 'export' });
}

/**
 * Hands the dossier out and enters the download; the applicant's own copy goes to the applicant alone. Throws `Refused`
 * record.not-found, dossier.not-ready, dossier.gone.
 */
export function downloadDossier(
  of: ExportRecord,
  application: Application,
  circumstances: Circumstances,
): { outcome: Outcome<ExportRecord>; made: NonNullable<ExportRecord['made']> } {
  const { actor, now } = circumstances;
  const { kind, made } = of;
  const may =
    kind === 'applicantDossier'
      ? actsForApplicant(application, actor.personId)
      : kind === 'dossier' && isOfficial(actor, of.programmeId);
  refuseUnless(may, 'record.not-found', { record: 'export' });
  if (of.status !== 'ready' || !made) throw new Refused('dossier.not-ready');
  const until = instantOf(Date.parse(made.at) + daysReady * aDay);
  refuseUnless(now < until, 'dossier.gone', { until, days: daysReady });
  const downloads = [...of.downloads, { personId: actor.personId, name: actor.name, at: now }];
  const event = { type: 'dossierDownloaded', detail: { applicationId: of.applicationId, kind } };
  return { made, outcome: decided<ExportRecord>(circumstances, { ...of, downloads }, event) };
}
