import { folders } from '#domain/retention/folders';
import { retainUntil } from '#domain/retention/kept-until';
import { recordGovernmentDecision } from '#domain/approval/decide';
import { Refused } from '#domain/refused';
import { requireRole } from '#domain/require-role';
import { http } from '#functions/runtime/http';
import { refuseUnlessSeesAll } from '../cycle/refuse-unless-sees-all.ts';
import { keepCopy } from '../document/keep-copy.ts';
import { routes } from '../routes.ts';

export const handler = http(routes.recordGovernmentDecision, async ({ params, body, actor, deps }) => {
  const cycle = await deps.cycles.get(params.cycleId);
  requireRole(actor, 'registrar', cycle.programmeId);
  await refuseUnlessSeesAll(deps, cycle.cycleId, 'GovernmentApproval');
  const document = await deps.documents.find(body.documentId);
  const awaiting = await Array.fromAsync(deps.applications.inStage(cycle.cycleId, 'GovernmentApproval'));
  const winners = await Array.fromAsync(deps.winners.ofYear(cycle.programmeId, cycle.year));
  const earlier = await Array.fromAsync(deps.lists.ofKind(cycle.cycleId, 'governmentDecision'));
  const given = [
    ...winners.map((w) => w.certificateNumber),
    ...earlier.flatMap((l) => l.entries.flatMap((e) => e.certificateNumber ?? [])),
  ];
  const { certificatePrefix: prefix } = await deps.programmes.get(cycle.programmeId);
  const submissions = await Array.fromAsync(deps.submissions.allOfCycle(cycle.cycleId));
  const facts = { document, listId: deps.newId('lst'), given, prefix, earlier, submissions };
  const circumstances = { actor, now: deps.now() };
  const { outcome, signed } = recordGovernmentDecision(cycle, awaiting, body, facts, circumstances);
  const to = {
    ...{ folder: folders.decisions(cycle.programmeId), until: retainUntil(cycle), duration: 'forever' as const },
    gone: new Refused('approval.document-missing'),
  };
  return deps.lists.decide(outcome, await keepCopy(signed, to, circumstances, deps), earlier.length);
});
