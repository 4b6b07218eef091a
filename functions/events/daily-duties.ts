import { systemActor } from '#domain/actor';
import { dateAt, plusDays } from '#domain/calendar/civil';
import { chaseInvestigation } from '#domain/objection/chase';
import { endCorrection } from '#domain/eligibility/end-correction';
import { settle } from '#domain/consultation/consult';
import { decided } from '#domain/record';
import { remind, stageReminders } from '#domain/reminder';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';
import { event } from '#functions/runtime/event';
import { remindRecommendation } from './reminding/remind-recommendation.ts';
import { lookForEvidence } from './reminding/look-for-evidence.ts';
import { sweepDuties } from './reminding/sweep.ts';

/** As far ahead as the earliest reminder of a case looks. */
const horizon = Math.max(...stageReminders);

/** What points at more than itself, and is looked at on its day and not before. */
const isMark = (type: string) => ['duties', 'staffDigest', 'yearlyOpening', 'objectionEvidence'].includes(type);

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

/** The first of January passed and nothing opened the year's duties: it is done now. */
const openYear = (year: string, runId: string, deps: Deps) =>
  deps.executions.startYearlyDuties(`open-${year}-${runId}`, { scheduledTime: `${year}-01-01T00:00:00Z` });

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
  if (type === 'recommendation') return remindRecommendation(recordId, deps);
  if (type === 'objectionEvidence') return lookForEvidence(recordId, deps);
  if (type === 'letter') return remindDepartment(recordId, deps);
  if (type === 'objection') {
    const outcome = chaseInvestigation(await deps.objections.get(recordId), circumstances);
    return outcome !== undefined && !!(await deps.objections.save(outcome));
  }
  throw new Error(`nothing looks after a ${type}`);
}

/**
 * The daily sweep: reminds of what falls due. Run twice, late or killed half-way, it sends each reminder once. A record
 * that fails does not keep the others from their reminders; the sweep fails after them, and is run again. On a day on
 * which nothing falls due it makes one query.
 */
export const handler = event<{ scheduledTime?: string }, { looked: number; reminded: number }>(
  async ({ event: { scheduledTime }, deps }) => {
    const today = dateAt(deps.now());
    let looked = 0;
    let reminded = 0;
    const failed: unknown[] = [];
    const parts = new Set<number>();
    const programmes = new Set<string>();
    const runId = (scheduledTime ?? deps.now()).replace(/\D/g, '');
    for await (const { dueOn, type, recordId } of deps.due.upTo(plusDays(today, horizon))) {
      if (isMark(type) && dueOn > today) continue;
      looked += 1;
      try {
        if (type === 'duties') parts.add(Number(recordId));
        else if (type === 'staffDigest') programmes.add(recordId);
        else if (type === 'yearlyOpening') await openYear(recordId, runId, deps);
        else if (await remindOf(type, recordId, deps)) reminded += 1;
      } catch (error) {
        // Somebody is working on the record this very moment: it needs no reminder today.
        if (!(error instanceof Refused) || error.code !== 'record.changed') failed.push(error);
      }
    }
    await sweepDuties({ parts, programmes }, runId, deps).catch((error: unknown) => failed.push(error));
    if (failed.length > 0) throw new AggregateError(failed, `${failed.length} of ${looked} not looked after`);
    return { looked, reminded };
  },
);
