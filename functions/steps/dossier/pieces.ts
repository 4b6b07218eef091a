import type { Actor } from '#domain/actor';
import type { Application } from '#domain/application/application';
import { applicationFor } from '#domain/application/views';
import { shown } from '#domain/cycle/cycle';
import { documentView } from '#domain/document/document';
import { papersOf } from '#domain/document/papers';
import type { AuditFile } from '#domain/dossier/manifest';
import { paths, submissionManifest } from '#domain/dossier/manifest';
import type { ExportRecord } from '#domain/export/export';
import { folders } from '#domain/retention/folders';
import { applicantView, officeView } from '#functions/api/application/routes';
import type { Deps } from '#functions/runtime/deps';
import { dossiers } from '#functions/runtime/dossiers';

const written = (path: string, value: unknown) => ({ path, text: JSON.stringify(value, undefined, 2) });

/** The end of its id keeps names apart that are the same; the rest of an id says nothing to whoever opens a ZIP. */
const named = (folder: string, documentId: string, name: string) => ({
  path: `${folder}${documentId.slice(-8)}-${name}`,
  documentId,
});

/** The case as whoever asked may see it: asked again now, for a role may have ended since. */
async function metadata(of: ExportRecord, application: Application, deps: Deps) {
  const { personId, name, grants } = await deps.people.get(of.by.personId);
  const reader: Actor = { personId, name, grants };
  const seen = applicationFor(reader, application);
  return seen.view === 'applicant' ? applicantView.parse(seen) : officeView.parse(seen);
}

async function trailOf(recordType: string, recordId: string, head: AuditFile['head'], deps: Deps): Promise<AuditFile> {
  return { recordType, recordId, head, events: await Array.fromAsync(deps.audit.trail(recordType, recordId)) };
}

/** Every file that was ever handed in, those that a correction replaced too, and the manifests that name them. */
async function* submissions({ programmeId, cycleId, applicationId, receipt, earlierReceipts = [] }: Application) {
  const folder = folders.application(programmeId, cycleId, applicationId);
  const there = new Set<string>();
  for (const { documentId, name, recordsKey, versionId } of receipt?.files ?? []) {
    there.add(documentId);
    yield { ...named(paths.originals, documentId, name), kept: { key: recordsKey, versionId } };
  }
  for (const { number } of [...earlierReceipts, ...(receipt ? [receipt] : [])]) {
    const key = `${folder}/manifest-${number}.json`;
    const text = await dossiers.textOf(key);
    yield { path: `${paths.submissions}manifest-${number}.json`, text };
    for (const { documentId, name } of submissionManifest.parse(JSON.parse(text)).files) {
      if (there.has(documentId)) continue;
      there.add(documentId);
      yield { ...named(paths.originals, documentId, name), kept: { key: `${folder}/${documentId}` } };
    }
  }
}

/** What the office did with it: sheets that were handed in, findings on site, and the audit trail of each record. */
async function* ofTheReview(application: Application, deps: Deps) {
  const { applicationId, cycleId, onSite, chain } = application;
  const cycle = await deps.cycles.get(cycleId);
  const sheets = (await deps.reviews.of(applicationId)).filter((r) => r.status === 'handedIn');
  const findings = await deps.findings.of(applicationId);
  yield written('metadata/cycle.json', { ...shown(cycle, deps.now()), version: undefined, chain: undefined });
  yield written('metadata/reviews.json', sheets);
  yield written('metadata/on-site-findings.json', findings);
  const visited = new Map((await deps.documents.of(`on-site:${applicationId}`)).map((d) => [d.documentId, d.name]));
  for (const { documentId, recordsKey, versionId } of onSite?.report?.evidence ?? [])
    yield {
      ...named(paths.onSite, documentId, visited.get(documentId) ?? 'evidence'),
      kept: { key: recordsKey, versionId },
    };
  for (const paper of await Promise.all(papersOf(application).map((id) => deps.documents.get(id)))) {
    const { documentId, name, kept, chain: head } = paper;
    if (kept) yield { ...named(paths.papers, documentId, name), kept };
    yield written(
      `${paths.audit}paper-${documentId.slice(-8)}.json`,
      await trailOf('document', documentId, head, deps),
    );
  }
  yield written(`${paths.audit}application.json`, await trailOf('application', applicationId, chain, deps));
  for (const [i, sheet] of sheets.entries())
    yield written(`${paths.audit}review-${i + 1}.json`, await trailOf('review', sheet.reviewId, sheet.chain, deps));
  for (const [i, d] of (await deps.documents.of(`application:${applicationId}`)).entries())
    yield written(`${paths.audit}document-${i + 1}.json`, await trailOf('document', d.documentId, d.chain, deps));
}

/**
 * The parts of a dossier in the order in which they are packed (A29). Who objects is in none of them: an objection is a
 * case of its own.
 */
export async function* dossierPieces(of: ExportRecord, application: Application, deps: Deps) {
  yield written('metadata/application.json', await metadata(of, application, deps));
  const documents = await deps.documents.of(`application:${application.applicationId}`);
  yield written(
    'metadata/documents.json',
    documents.filter((d) => d.status !== 'removed').map((d) => documentView.parse(d)),
  );
  yield* submissions(application);
  if (of.kind === 'dossier') yield* ofTheReview(application, deps);
}
