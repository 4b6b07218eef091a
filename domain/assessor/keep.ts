import type * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Appointment, Assessor, AssessorEntry, grades, training } from './assessor.ts';

const empty = { appointments: [], trainings: [], appraisals: [] };

/** Takes an assessor into the pool, or puts their entry right; terms, trainings and appraisals stay. */
export function keepAssessor(
  of: Assessor | undefined,
  key: { programmeId: string; assessorId: string },
  entry: AssessorEntry,
  circumstances: Circumstances,
): Outcome<Assessor> {
  requireRole(circumstances.actor, 'office', key.programmeId);
  refuseUnless(
    entry.employments.some((e) => !e.until),
    'assessor.no-employer',
  );
  const next: Assessor = {
    ...(of ?? { ...newHead(key.programmeId), ...empty, assessorId: key.assessorId, exit: undefined }),
    ...entry,
  };
  return decided(
    circumstances,
    { ...next, personId: entry.personId },
    { type: of ? 'assessorChanged' : 'assessorEntered' },
  );
}

const change = (
  of: Assessor,
  circumstances: Circumstances,
  changed: Partial<Assessor>,
  type: string,
  detail: object,
) => {
  requireRole(circumstances.actor, 'office', of.programmeId);
  return decided(circumstances, { ...of, ...changed }, { type, detail: { ...detail } });
};

/** Appoints for a term; again after an exit, which that ends. Throws `Refused` assessor.term-wrong. */
export function appoint(of: Assessor, term: Appointment, circumstances: Circumstances): Outcome<Assessor> {
  refuseUnless(term.from <= term.to, 'assessor.term-wrong');
  const overlaps = of.appointments.some((a) => a.from <= term.to && term.from <= a.to && a.letter !== term.letter);
  refuseUnless(!overlaps, 'assessor.term-overlaps');
  const appointments = [...of.appointments.filter((a) => a.letter !== term.letter), term].sort((a, b) =>
    a.from < b.from ? -1 : 1,
  );
  const exit = of.exit && of.exit.on > term.from ? of.exit : undefined;
  return change(of, circumstances, { appointments, exit }, 'assessorAppointed', term);
}

/** Notes a training. */
export const train = (of: Assessor, done: z.infer<typeof training>, circumstances: Circumstances): Outcome<Assessor> =>
  change(of, circumstances, { trainings: [...of.trainings, done] }, 'assessorTrained', done);

/** Appraises an assessor's work in a cycle; once more replaces the grade, the audit trail keeps both. */
export function appraise(
  of: Assessor,
  given: { cycleId: string; grade: (typeof grades)[number]; remark: string },
  circumstances: Circumstances,
): Outcome<Assessor> {
  const appraisal = { ...given, by: circumstances.actor.personId, at: circumstances.now };
  const appraisals = [...of.appraisals.filter((a) => a.cycleId !== given.cycleId), appraisal];
  return change(of, circumstances, { appraisals }, 'assessorAppraised', given);
}

/** Ends an assessor's membership of the pool from a day on, with a reason. Throws `Refused` assessor.left-already. */
export function leavePool(
  of: Assessor,
  left: { on: string; reason: string },
  circumstances: Circumstances,
): Outcome<Assessor> {
  refuseUnless(!of.exit, 'assessor.left-already');
  const exit = { ...left, by: circumstances.actor.personId, at: circumstances.now };
  return change(of, circumstances, { exit }, 'assessorLeft', left);
}
