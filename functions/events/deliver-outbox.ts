import { auditStream } from '#functions/runtime/event';
import { cancelDuties } from './outbox/cancel-duties.ts';
import { applyListsMissed, applyNextBundle } from './outbox/apply-list.ts';
import { driveExecution } from './outbox/drive-execution.ts';
import { gatherNotice } from './outbox/gather-notice.ts';
import { endBannedCases, leaveBallotsAndNotices } from './outbox/end-banned.ts';
import { enrolWinner } from './outbox/enrol-winner.ts';
import { handOverDuties } from './outbox/hand-over-duties.ts';
import { formPanels } from './outbox/form-panels.ts';
import { startRecordsWork } from './outbox/start-records-work.ts';

/** After these an application goes on that was held up. */
const goOn: ReadonlySet<string> = new Set(['suspensionLifted', 'refusalRejected']);

/** What follows from an event in the award itself: executions go on, lists are applied, winners are enrolled. */
export const handler = auditStream(async ({ happened, deps }) => {
  await driveExecution(happened, deps);
  if (happened.type === 'noticePreparing') await gatherNotice(happened.recordId, Number(happened.detail?.pages), deps);
  if (happened.type === 'listFixed') await applyNextBundle(happened.recordId, 0, deps);
  if (happened.type === 'listAdvanced')
    await applyNextBundle(happened.recordId, Number(happened.detail?.applied), deps);
  if (goOn.has(happened.type)) await applyListsMissed(happened.recordId, deps);
  if (happened.type === 'assignmentDecided') await formPanels(happened.recordId, deps);
  if (happened.type === 'banImposed') await endBannedCases(happened.recordId, deps);
  if (happened.type === 'endedByBan') await leaveBallotsAndNotices(happened.recordId, deps);
  if (happened.type === 'pushRequested') await deps.executions.push(happened.recordId, Number(happened.detail?.round));
  await startRecordsWork(happened, deps);
  if (happened.type === 'awarded') await enrolWinner(happened.recordId, deps);
  if (happened.type === 'winnerLinked') await handOverDuties(happened.recordId, String(happened.detail?.before), deps);
  if (happened.type === 'awardRevoked') await cancelDuties(happened.recordId, deps);
});
