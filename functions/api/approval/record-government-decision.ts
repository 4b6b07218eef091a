import type { Application } from '#domain/application/application';
import { recordGovernmentDecision } from '#domain/approval/decide';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.recordGovernmentDecision, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  const document = await deps.documents.find(body.documentId);
  const awaiting: Application[] = [];
  for await (const a of deps.applications.inStage(cycle.cycleId, 'GovernmentApproval')) awaiting.push(a);
  let enrolled = 0;
  for await (const _ of deps.winners.ofYear(cycle.programmeId, cycle.year)) enrolled += 1;
  const { certificatePrefix: prefix } = await deps.programmes.get(cycle.programmeId);
  const circumstances = { actor, now: deps.now() };
  const facts = { document, listId: deps.newId('lst'), enrolled, prefix };
  const outcome = recordGovernmentDecision(cycle, awaiting, body, facts, circumstances);
  return deps.lists.decide(outcome);
});
