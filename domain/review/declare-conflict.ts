import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { actionsOf, isEnd } from '../lifecycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import { conflictGrounds } from './panel.ts';

/** What an assessor declares. */
export const conflictDeclaration = z.object({
  ground: z.enum(conflictGrounds),
  statement: z.string().trim().min(1).max(1000),
});

/**
 * An assessor declares a conflict with an application, before or after being assigned: cannot be assigned any more,
 * and is off the panel at once. What they handed in is kept and no longer counts, for only the sheets and scores of the
 * panel's members do. Leadership passes to the next in the office's order until the office decides (D26).
 */
export function declareConflict(
  of: Application,
  { ground, statement }: z.infer<typeof conflictDeclaration>,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  requireRole(actor, 'assessor', of.programmeId);
  refuseUnless(of.stage !== 'Draft', 'record.not-found', { record: 'application' });
  refuseUnless(!isEnd('application', of.stage), 'stage.action-unavailable', {
    stage: of.stage,
    action: 'declareConflict',
    available: Object.keys(actionsOf('application', of.stage)),
  });
  const assessorId = actor.personId;
  refuseUnless(!of.conflicts?.some((c) => c.assessorId === assessorId), 'conflict.declared-already');
  const leftPanel = of.panel?.assessorIds.includes(assessorId) ?? false;
  const conflicts = [...(of.conflicts ?? []), { assessorId, ground, statement, at: now, leftPanel }];
  return decided(
    circumstances,
    { ...of, conflicts, panel: without(of.panel, assessorId) },
    { type: 'conflictDeclared', detail: { assessorId, ground, leftPanel } },
  );
}

function without(panel: Application['panel'], assessorId: string): Application['panel'] {
  const assessorIds = panel?.assessorIds.filter((id) => id !== assessorId) ?? [];
  const [first] = assessorIds;
  if (!panel || first === undefined) return undefined;
  return { ...panel, assessorIds, leaderId: panel.leaderId === assessorId ? first : panel.leaderId };
}
