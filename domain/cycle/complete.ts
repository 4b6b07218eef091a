import { stageLabels } from '../labels.ts';
import type { Stage } from '../lifecycle.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Cycle } from './cycle.ts';
import { phaseOf } from './cycle.ts';

/**
 * Records that a cycle has come to its end, with or without winners (A4): applications closed and none of them under
 * way. Throws `Refused` cycle.not-closed, cycle.cases-under-way naming the stages.
 */
export function completeCycle(of: Cycle, underWay: readonly Stage[], circumstances: Circumstances): Outcome<Cycle> {
  const { now } = circumstances;
  refuseUnless(phaseOf(of, now) === 'closed', 'cycle.not-closed', { closesAt: of.closesAt });
  refuseUnless(underWay.length === 0, 'cycle.cases-under-way', {
    stages: underWay.map((stage) => stageLabels[stage].zh),
    stagesEn: underWay.map((stage) => stageLabels[stage].en).join(', '),
  });
  return decided(circumstances, { ...of, status: 'completed', completedAt: now }, { type: 'cycleCompleted' });
}

/**
 * Records that the files of a completed cycle are closed (A29). The yearly duties of its winners are theirs and go on; a
 * revocation is not. Throws `Refused` cycle.not-completed, cycle.revocations-under-way.
 */
export function archiveCycle(of: Cycle, isRevoking: boolean, circumstances: Circumstances): Outcome<Cycle> {
  refuseUnless(of.status === 'completed', 'cycle.not-completed');
  refuseUnless(!isRevoking, 'cycle.revocations-under-way');
  return decided(
    circumstances,
    { ...of, status: 'archived', archivedAt: circumstances.now },
    { type: 'cycleArchived' },
  );
}
