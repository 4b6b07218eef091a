import { dateAt } from '#domain/calendar/civil';
import { registerExport } from '#domain/export/register';
import { requireRole } from '#domain/require-role';
import { priorityRows } from '#domain/winner/priority-rows';
import { http } from '#functions/runtime/http';
import { writeWorkbook } from '../assessor/write-workbook.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.exportWinners, async ({ params: { programmeId }, actor, deps }) => {
  requireRole(actor, ['office', 'auditor'], programmeId);
  const winners = await Array.fromAsync(deps.winners.allOfProgramme(programmeId));
  const entries = await Array.fromAsync(deps.winnerEntries.allOfProgramme(programmeId));
  const book = await writeWorkbook(priorityRows(winners, entries));
  const entry = { exportId: deps.newId('exp'), programmeId, kind: 'priorityWinners' } as const;
  await deps.exports.save(registerExport(entry, { actor, now: deps.now() }));
  return {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: book.toString('base64'),
    base64: true,
    headers: { 'content-disposition': `attachment; filename="winners-${dateAt(deps.now())}.xlsx"` },
  };
});
