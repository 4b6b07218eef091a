import { applyImport, planImport } from '#domain/assessor/import';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { withDoubts } from './doubts.ts';
import { readWorkbook } from './read-workbook.ts';

export const handler = http(routes.importAssessors, async ({ params: { programmeId }, body, actor, deps }) => {
  requireRole(actor, 'office', programmeId);
  const rows = await readWorkbook(Buffer.from(body.file, 'base64'));
  const pool = [];
  for await (const entry of deps.assessors.all(programmeId)) pool.push(entry);
  const circumstances = { actor, now: deps.now() };
  const plan = planImport(rows, pool, programmeId, circumstances);
  const versions = plan.changes.map(({ before }) => before?.version ?? 0);
  const digest = deps.sha256(body.file + JSON.stringify([plan.rows, versions]));
  if (body.digest === undefined) return { digest, imported: false, rows: plan.rows };
  // What is applied is what was shown: neither the file nor the pool changed in between.
  for (const { outcome, before } of applyImport(plan, body.digest === digest))
    await deps.assessors.save(await withDoubts(outcome, deps), before);
  return { digest, imported: true, rows: plan.rows };
});
