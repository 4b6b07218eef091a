import * as z from 'zod';
import { systemActor } from '#domain/actor';
import { canonical } from '#domain/audit/event';
import type { DossierManifest } from '#domain/dossier/manifest';
import { dossierMade } from '#domain/dossier/request';
import { dossiers } from '#functions/runtime/dossiers';
import { step } from '#functions/runtime/step';
import { dossierPieces } from './dossier/pieces.ts';

const input = z.object({ schemaVersion: z.literal(1), exportId: z.string() });

/** Packs the dossier that was asked for; one that is there already stays (A29). */
export const handler = step(input, async ({ input: { exportId }, deps }) => {
  const of = await deps.exports.get(exportId);
  if (of.status === 'ready') return { exportId };
  const application = await deps.applications.get(of.applicationId ?? '');
  const now = deps.now();
  const { applicationId, cycleId, programmeId, code } = application;
  const manifestOf = (entries: DossierManifest['entries']) =>
    canonical({
      format: 'quality-award-dossier/1',
      kind: of.kind === 'dossier' ? 'dossier' : 'applicantDossier',
      ...{ exportId, programmeId, cycleId, applicationId, code },
      exportedAt: now,
      exportedBy: of.by.name,
      entries,
    } satisfies DossierManifest);
  const key = `exports/${exportId}.zip`;
  const pieces = dossierPieces(of, application, deps);
  const packed = await dossiers.pack(key, pieces, (entries) => manifestOf([...entries]), new Date(now));
  await deps.exports.save(dossierMade(of, { key, at: now, ...packed }, { actor: systemActor, now }));
  return { exportId };
});
