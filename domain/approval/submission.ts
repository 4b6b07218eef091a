import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import { dateAt } from '../calendar/civil.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { FiledPaper } from '../paper/filed-paper.ts';
import { filedPaper, filedPaperView } from '../paper/filed-paper.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';

/** What the office submits to the municipal government (A22): the list as it stood, and the papers about it. */
export const submission = z.object({
  ...recordHead,
  submissionId: z.string(),
  cycleId: z.string(),
  at: z.iso.datetime(),
  by: z.string(),
  entries: z.array(z.object({ applicationId: z.string(), name: z.string() })),
  papers: z.array(filedPaper),
});
export type Submission = z.infer<typeof submission>;

/** What its readers get. */
export const submissionView = submission
  .pick({ submissionId: true, cycleId: true, at: true, entries: true })
  .extend({ papers: z.array(filedPaperView) });

/** The day on which each application was first submitted to the government, by its id. */
export function submittedOn(submissions: readonly Submission[]): ReadonlyMap<string, string> {
  const latestFirst = [...submissions].sort((a, b) => (a.at < b.at ? 1 : -1));
  return new Map(latestFirst.flatMap(({ at, entries }) => entries.map((e) => [e.applicationId, dateAt(at)])));
}

/** Throws unless the actor is of the office and something awaits the decision. */
export function refuseUnlessSubmittable(cycle: Cycle, awaiting: readonly Application[], { actor }: Circumstances) {
  requireRole(actor, 'office', cycle.programmeId);
  refuseUnless(awaiting.length > 0, 'approval.nothing-to-decide');
}

/** Submits to the government everything that came through its notice clean, with the papers filed. */
export function submitToGovernment(
  cycle: Cycle,
  submissionId: string,
  awaiting: readonly Application[],
  papers: readonly FiledPaper[],
  circumstances: Circumstances,
): Outcome<Submission> {
  const { actor, now } = circumstances;
  refuseUnlessSubmittable(cycle, awaiting, circumstances);
  return decided(
    circumstances,
    {
      ...newHead(cycle.programmeId),
      ...{ submissionId, cycleId: cycle.cycleId, at: now, by: actor.personId },
      entries: awaiting.map((a) => ({ applicationId: a.applicationId, name: nameOf(a) })),
      papers: [...papers],
    },
    {
      type: 'submittedToGovernment',
      detail: {
        cycle: cycle.title,
        applications: awaiting.length,
        papers: papers.map(({ format, sha256 }) => ({ format, sha256 })),
      },
    },
  );
}
