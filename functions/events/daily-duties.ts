import { systemActor } from '#domain/actor';
import { dateAt, plusDays } from '#domain/calendar/civil';
import { chaseInvestigation } from '#domain/objection/chase';
import { dutyNames } from '#domain/post-award/messages';
import { endCorrection } from '#domain/eligibility/end-correction';
import { settle } from '#domain/consultation/consult';
import { decided } from '#domain/record';
import { remind, stageReminders, yearlyReminders } from '#domain/reminder';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';
import { event } from '#functions/runtime/event';

/** As far ahead as the earliest reminder looks. */
const horizon = Math.max(...yearlyReminders);

/** Reminds a department of what is open on its letter; who has left the consultation since needs no answer (D19). */
async function remindDepartment(letterId: string, deps: Deps): Promise<boolean> {
  const circumstances = { actor: systemActor, now: deps.now() };
  const letter = await deps.letters.get(letterId);
  const gone: string[] = [];
  for (const id of letter.open) if ((await deps.applications.get(id)).stage !== 'Consultation') gone.push(id);
  const asked = settle(letter, gone);
  const { letterNumber, departmentCode } = letter;
  const what = { zh: `征求意见函 ${letterNumber}`, en: `Consultation letter ${letterNumber}` };
  const reminder = remind(asked, stageReminders, circumstances, { what, departmentCode });
  if (!reminder && gone.length === 0) return false;
  await deps.letters.save(reminder ?? decided(circumstances, asked));
  return reminder !== undefined;
}

async function remindOf(type: string, recordId: string, deps: Deps): Promise<boolean> {
  const circumstances = { actor: systemActor, now: deps.now() };
  if (type === 'application') {
    const application = await deps.applications.get(recordId);
    const isLapsed = application.stage === 'Correction' && circumstances.now >= (application.correction?.endsAt ?? '');
    const outcome = isLapsed
      ? endCorrection(application, circumstances)
      : remind(application, stageReminders, circumstances);
    return outcome !== undefined && !!(await deps.applications.save(outcome));
  }
  if (type === 'revocation') {
    const outcome = remind(await deps.revocations.get(recordId), stageReminders, circumstances);
    return outcome !== undefined && !!(await deps.revocations.save(outcome));
  }
  if (type === 'letter') return remindDepartment(recordId, deps);
  if (type === 'objection') {
    const outcome = chaseInvestigation(await deps.objections.get(recordId), circumstances);
    return outcome !== undefined && !!(await deps.objections.save(outcome));
  }
  const duty = await deps.duties.get(recordId);
  const outcome = remind(duty, yearlyReminders, circumstances, { what: dutyNames[duty.kind], of: duty.winnerName });
  return outcome !== undefined && !!(await deps.duties.save(outcome));
}

/**
 * The daily sweep: reminds of what falls due. Run twice, late or killed half-way, it sends each reminder once. A record
 * that fails does not keep the others from their reminders; the sweep fails after them, and is run again.
 */
export const handler = event<unknown, { looked: number; reminded: number }>(async ({ deps }) => {
  let looked = 0;
  let reminded = 0;
  const failed: unknown[] = [];
  for await (const { type, recordId } of deps.due.upTo(plusDays(dateAt(deps.now()), horizon))) {
    looked += 1;
    try {
      if (await remindOf(type, recordId, deps)) reminded += 1;
    } catch (error) {
      // Somebody is working on the record this very moment: it needs no reminder today.
      if (!(error instanceof Refused) || error.code !== 'record.changed') failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${looked} not looked after`);
  return { looked, reminded };
});
