import { dateAt, yearOf } from '#domain/calendar/civil';
import { issueLetters } from '#domain/consultation/consult';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { toBeConsulted } from '#functions/runtime/to-be-consulted';
import { routes } from '../routes.ts';

export const handler = http(routes.issueLetters, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'office', cycle.programmeId);
  const { calendars } = await deps.programmes.get(cycle.programmeId);
  const holders = await deps.people.holders(cycle.programmeId, 'department');
  const known = holders.flatMap((h) => h.departmentCode ?? []);
  const { departmentCodes, question, applicationIds } = body;
  const applications = await toBeConsulted(deps, cycle.cycleId, departmentCodes, applicationIds);
  const now = deps.now();
  const year = yearOf(dateAt(now));
  const firstNumber = await deps.letters.nextNumber(cycle.programmeId, year);
  const request = { departmentCodes, question, calendars, known, firstNumber, newId: deps.newId };
  const issue = issueLetters(cycle, applications, request, { actor, now });
  const answer = { items: issue.letters.map((l) => l.next) };
  await deps.letters.issue(issue, { year, first: firstNumber }, answer);
  return answer;
});
