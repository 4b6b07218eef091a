import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Finding } from './finding.ts';
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
 * on-site.findings-missing naming the planned items on which nobody has found anything.
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
  const found = countedFindings(of, findings).map((f) => f.code);
  const missing = plan.items.map((i) => i.code).filter((code) => !found.includes(code));
  refuseUnless(missing.length === 0, 'on-site.findings-missing', { items: missing });
  const next = { ...of, onSite: { ...of.onSite, signatures: [...signatures, { personId: actor.personId, at: now }] } };
  return decided(circumstances, next, {
    type: isSigned(next) ? 'findingsSigned' : 'findingsSignedByOne',
    detail: { personId: actor.personId },
  });
}

function answered(
  of: Application,
  answer: z.infer<typeof findingsAnswer>,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  refuseUnless(isSigned(of), 'on-site.team-unsigned', { missing: unsigned(of).length });
  refuseUnless(!of.onSite?.applicantAnswer, 'on-site.answered-already');
  const applicantAnswer = { ...answer, by: actor.personId, at: now };
  return decided(
    circumstances,
    { ...of, onSite: { ...of.onSite, applicantAnswer } },
    { type: 'findingsAnswered', detail: { decision: answer.decision } },
  );
}

/** The applicant signs the findings, may add a statement, or refuses to sign: recorded either way (A19). */
export function answerFindings(
  of: Application,
  answer: z.infer<typeof findingsAnswer>,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'answerFindings', circumstances.actor);
  return answered(of, answer, circumstances);
}

/** The leader or the office records that the applicant would not sign: it holds nothing up (A19). */
export function recordSignatureRefusal(
  of: Application,
  { note }: z.infer<typeof refusalNote>,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'recordSignatureRefusal', circumstances.actor);
  return answered(of, { decision: 'refused', statement: note }, circumstances);
}
