import { exportRows } from '#domain/assessor/columns';
import { dateAt } from '#domain/calendar/civil';
import { registerExport } from '#domain/export/register';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { writeWorkbook } from './write-workbook.ts';

export const handler = http(routes.exportAssessors, async ({ params: { programmeId }, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], programmeId);
  const pool = [];
  for await (const entry of deps.assessors.all(programmeId)) pool.push(entry);
  const book = await writeWorkbook(exportRows(pool));
  const entry = { exportId: deps.newId('exp'), programmeId, kind: 'assessorPool' } as const;
  await deps.exports.save(registerExport(entry, { actor, now: deps.now() }));
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: book.toString('base64'),
    base64: true,
    headers: { 'content-disposition': `attachment; filename="assessors-${dateAt(deps.now())}.xlsx"` },
  };
});
