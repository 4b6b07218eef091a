import { dateAt } from '#domain/calendar/civil';
import { closingDate } from '#domain/cycle/closing-date';
import { lookBackAnchor } from '#domain/cycle/look-back-anchor';
import { rules } from '#domain/cycle/rules';
import { selfCheck } from '#domain/eligibility/self-check';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.selfCheck, async ({ body: { cycleId, ...described }, deps }) => {
  const cycle = cycleId ? await deps.cycles.get(cycleId) : undefined;
  refuseUnless(cycle?.status !== 'draft', 'record.not-found', { record: 'cycle' });
  const closing = cycle ? closingDate(cycle) : dateAt(deps.now());
  const anchor = cycle ? lookBackAnchor(cycle) : closing;
  return { closing, ...selfCheck(described, { closing, anchor }, cycle?.rules ?? rules.parse({})) };
});
