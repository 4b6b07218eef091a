import { dateAt, yearOf } from '#domain/calendar/civil';
import { requireRole } from '#domain/require-role';
import { recordImport } from '#domain/winner-import/import';
import { planImport, refuseUnlessImportable } from '#domain/winner-import/plan';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { readFile } from './read-file.ts';
import { forEach, rollFor } from './roll-for.ts';

export const handler = http(routes.importWinners, async ({ params: { programmeId }, body, actor, deps }) => {
  requireRole(actor, 'office', programmeId);
  await deps.programmes.get(programmeId);
  const { fileName, legalBasis } = body;
  const bytes = Buffer.from(body.file, 'base64');
  const fileSha256 = deps.sha256(bytes);
  const rows = await readFile(fileName, bytes);
  const source = { importId: deps.newId('imp'), programmeId, legalBasis, fileName, fileSha256 };
  const circumstances = { actor, now: deps.now() };
  const plan = planImport(rows, await rollFor(rows, programmeId, deps), source, circumstances);
  const digest = deps.sha256(JSON.stringify([programmeId, fileName, fileSha256, legalBasis, plan.rows]));
  if (body.digest === undefined) return { digest, rows: plan.rows };
  refuseUnlessImportable(plan.rows, body.digest === digest);
  if (plan.outcomes.length > 0) await deps.due.markYear(yearOf(dateAt(deps.now())) + 1);
  // Each winner by itself: an import that breaks off is taken up by the same file, what is entered being the same.
  await forEach(plan.outcomes, async (outcome) => void (await deps.winners.enterOneOfMany(outcome)));
  const answer = { digest, importId: source.importId, rows: plan.rows };
  await deps.winnerImports.save(recordImport(source, plan.rows, circumstances), [], answer);
  return answer;
});
