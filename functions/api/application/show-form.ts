import { describeForm } from '#domain/application/describe-form';
import { refuseUnless } from '#domain/refused';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showForm, async ({ params, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  refuseUnless(cycle.status !== 'draft', 'record.not-found', { record: 'cycle' });
  const bodies = await deps.people.holders(cycle.programmeId, 'recommendingBody');
  const jurisdictions = bodies.flatMap((body) => body.jurisdiction ?? []);
  return describeForm(cycle.rules, params.kind, jurisdictions);
});
