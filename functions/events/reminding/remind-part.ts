import { systemActor } from '#domain/actor';
import { dateAt } from '#domain/calendar/civil';
import { reminded, winnerDigest } from '#domain/post-award/digest';
import type { YearlyDuty } from '#domain/post-award/duty';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';
import { logger } from '#functions/runtime/observe';
import { atOnce, groupsOf } from './groups.ts';

/** As many duties as one save takes with its digest. */
const most = 90;

/** How far a part of the duties was swept; `from` is where the next invocation goes on, empty at the start and the end. */
export interface Swept {
  readonly part: number;
  readonly from: string;
  /** Programmes whose office has something to be told. */
  readonly programmes: readonly string[];
  readonly failed: number;
}

/** Somebody saved one of the records this very moment, or the day's digest was sent: tomorrow's says what is left. */
const isPassedOver = (error: unknown) =>
  error instanceof Refused && (error.code === 'record.changed' || error.code === 'record.exists');

/** A winner's digest; of an earlier day's duties all the winner's are looked up, so that one digest names them together. */
async function tellWinner(group: readonly YearlyDuty[], today: string, deps: Deps): Promise<void> {
  const [first] = group;
  if (!first) return;
  const all: YearlyDuty[] = [];
  if ((first.remindOn ?? '') < today)
    for await (const duty of deps.duties.ofWinner(first, 'open')) {
      if (duty.party === 'winner' && (duty.remindOn ?? '~') <= today) all.push(duty);
    }
  const { digest, duties } = winnerDigest(first.ownerId, (all.length > 0 ? all : group).slice(0, most), {
    actor: systemActor,
    now: deps.now(),
  });
  await deps.duties.saveTogether(duties, [deps.digests.part(digest)]);
}

/** Of a late run: the first of a winner's days gathers the others, which must not run beside it. */
const firstOfEach = (batch: readonly { readonly duties: readonly YearlyDuty[] }[]) => {
  const seen = new Set<string>();
  return batch.flatMap(({ duties }) => {
    const [first] = duties;
    if (first?.party !== 'winner') return [duties];
    if (seen.has(first.ownerId)) return [];
    seen.add(first.ownerId);
    return [duties];
  });
};

/** The office's own duties go on to their next day; what it is told is read off the duties, in one digest at the end. */
async function passOn(group: readonly YearlyDuty[], deps: Deps): Promise<void> {
  const circumstances = { actor: systemActor, now: deps.now() };
  const outcomes = group.map((duty) => reminded(duty, circumstances));
  try {
    await deps.duties.saveTogether(outcomes);
  } catch (error) {
    if (!isPassedOver(error)) throw error;
    // One of them was saved this very moment: the others do not wait for it.
    for (const outcome of outcomes) await deps.duties.save(outcome).catch(ignorePassedOver);
  }
}

const ignorePassedOver = (error: unknown): void => {
  if (!isPassedOver(error)) throw error;
};

/**
 * Sends the digests that are due in one part of the duties, at most for so many groups. Each save is whole: killed
 * anywhere, what was told is on record and not told again, and what was not is found by the next run.
 */
export async function remindPart(so: Swept, groups: number, deps: Deps): Promise<Swept> {
  const today = dateAt(deps.now());
  const programmes = new Set(so.programmes);
  const marked = new Set<string>();
  let { failed, from } = so;
  let left = groups;
  const office = async (programmeId: string) => {
    programmes.add(programmeId);
    if (marked.has(programmeId)) return;
    marked.add(programmeId);
    await deps.due.mark({ dueOn: today, type: 'staffDigest', recordId: programmeId });
  };
  const look = async (group: readonly YearlyDuty[]) => {
    try {
      for (const { programmeId, party, dueOn } of group)
        if (party === 'office' || dueOn < today) await office(programmeId);
      await (group[0]?.party === 'winner' ? tellWinner(group, today, deps) : passOn(group, deps));
    } catch (error) {
      if (isPassedOver(error)) return;
      failed += 1;
      logger.error('digest not sent', { error: error as Error, dutyId: group[0]?.dutyId });
    }
  };
  for await (const batch of atOnce(groupsOf(deps.duties.due(so.part, today, from), most), 8)) {
    await Promise.all(firstOfEach(batch).map(look));
    from = batch.at(-1)?.place ?? '';
    left -= batch.length;
    if (left <= 0) return { part: so.part, from, programmes: [...programmes], failed };
  }
  // What failed stays marked, and is looked for again by the next sweep.
  if (failed === 0) await deps.due.unmark({ dueOn: today, type: 'duties', recordId: String(so.part) });
  return { part: so.part, from: '', programmes: [...programmes], failed };
}
