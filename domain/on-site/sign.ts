import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { dateAt, endOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import { plusWorkingDays } from '../calendar/working-days.ts';
import { enter } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Finding } from './finding.ts';
import type { OnSite } from './on-site.ts';
import { countedFindings, isSigned, refuseUnlessOnTeam, unsigned } from './team.ts';

/** The applicant's answer: signs, with a statement or without, or refuses to. */
export const findingsAnswer = z.object({
  decision: z.enum(['signed', 'refused']),
  statement: z.string().trim().min(1).max(4000).optional(),
});

/** What the leader or the office notes when the applicant will not sign, nor say so here. */
export const refusalNote = z.object({ note: z.string().trim().min(1).max(1000) });

/**
 * A member of the team signs the findings; from the first signature on they stand as they are (A19). Throws `Refused`
 * on-site.findings-missing naming the planned items on which nobody has found anything, and on-site.findings-changed
 * when one was written while the signature was on its way: nobody signs what they were not shown.
 */
export function signFindings(
  of: Application,
  findings: readonly Finding[],
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'signFindings', actor);
  const plan = refuseUnlessOnTeam(of, actor);
  const signatures = of.onSite?.signatures ?? [];
  refuseUnless(!signatures.some((s) => s.personId === actor.personId), 'on-site.signed-already');
  const counted = countedFindings(of, findings);
  refuseUnless(
    counted.every((f) => f.at <= now),
    'on-site.findings-changed',
  );
  const found = counted.map((f) => f.code);
  const missing = plan.items.map((i) => i.code).filter((code) => !found.includes(code));
  refuseUnless(missing.length === 0, 'on-site.findings-missing', { items: missing });
  const next = { ...of, onSite: { ...of.onSite, signatures: [...signatures, { personId: actor.personId, at: now }] } };
  return decided(circumstances, next, {
    type: isSigned(next) ? 'findingsSigned' : 'findingsSignedByOne',
    detail: { personId: actor.personId },
  });
}

/** The applicant signs the findings, may add a statement, or refuses to sign: recorded either way (A19). */
export function answerFindings(
  of: Application,
  answer: z.infer<typeof findingsAnswer>,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'answerFindings', actor);
  refuseUnless(isSigned(of), 'on-site.team-unsigned', { missing: unsigned(of).length });
  const before = of.onSite?.applicantAnswer;
  // What others noted for the applicant stands only as long as the applicant says nothing.
  refuseUnless(!before || !!before.noted, 'on-site.answered-already');
  const applicantAnswer = { ...answer, by: actor.personId, at: now };
  const detail = { decision: answer.decision, ...(before && { replaces: before.by }) };
  return decided(circumstances, withAnswer(of, applicantAnswer), { type: 'findingsAnswered', detail });
}

/** How long the applicant has to sign, by the cycle's setting. */
interface Period {
  readonly rules: Pick<Rules, 'visitAnswerWorkingDays'>;
  readonly calendars: readonly CalendarYear[];
}

/**
 * The leader or the office records that the applicant would not sign: it holds nothing up (A19). Only once the applicant
 * has had its working days since the team's last signature. Throws `Refused` on-site.answer-not-due.
 */
export function recordSignatureRefusal(
  of: Application,
  { note }: z.infer<typeof refusalNote>,
  { rules, calendars }: Period,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'recordSignatureRefusal', actor);
  refuseUnless(isSigned(of), 'on-site.team-unsigned', { missing: unsigned(of).length });
  refuseUnless(!of.onSite?.applicantAnswer, 'on-site.answered-already');
  const [signedAt = now] = (of.onSite?.signatures ?? [])
    .map((s) => s.at)
    .sort()
    .reverse();
  const until = plusWorkingDays(dateAt(signedAt), rules.visitAnswerWorkingDays, calendars);
  refuseUnless(now >= endOf(until), 'on-site.answer-not-due', { until });
  const noted = { decision: 'refused' as const, statement: note, noted: true as const, by: actor.personId, at: now };
  return decided(circumstances, withAnswer(of, noted), {
    type: 'findingsAnswered',
    detail: { decision: 'refused', noted: true },
  });
}

const withAnswer = (of: Application, applicantAnswer: NonNullable<OnSite['applicantAnswer']>): Application => ({
  ...of,
  onSite: { ...of.onSite, applicantAnswer },
});
