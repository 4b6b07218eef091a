import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import { lookBackAnchor } from '../cycle/look-back-anchor.ts';
import { excludes, lookBackOf } from '../eligibility/dated-fact.ts';
import type { Circumstances, Instant, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Department } from '../programme/departments.ts';
import type { Consultation } from './letter.ts';
import { refuseUnlessUsual } from './usual.ts';

/** Why the office does not follow a department's objection. */
interface Assessment {
  readonly departmentCode: string;
  readonly assessment: string;
}

const codes = (letters: readonly { departmentCode: string }[]) => ({
  departments: letters.map((l) => l.departmentCode),
});

/** Unless arithmetic says that its fact lies before the look-back, an objection is set aside by two officers (A13, D7). */
function takesTwo({ answer }: Consultation, cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>): boolean {
  const { fact } = answer ?? {};
  return !fact || excludes(fact, lookBackOf(fact.nature, lookBackAnchor(cycle), cycle.rules));
}

interface Clearance {
  readonly assessments: readonly Assessment[];
  readonly cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>;
  /** Those that the programme can consult. */
  readonly departments: readonly Department[];
}

interface Setting {
  readonly cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>;
  readonly by: string;
  readonly at: Instant;
}

/** The letter with why its objection is not followed: said anew, or confirmed as another officer said it. */
function setAside(letter: Consultation, text: string | undefined, { cycle, by, at }: Setting): Consultation {
  const { assessment: earlier } = letter;
  const isNew = text !== undefined && text !== earlier?.text;
  if (isNew) return { ...letter, assessment: { text, by, at } };
  if (!earlier || earlier.by === by || !takesTwo(letter, cycle)) return letter;
  return { ...letter, assessment: { ...earlier, confirmedBy: by } };
}

/**
 * The consultation is closed and the applicant goes on to the public notice (A16). Every letter has been answered or
 * escalated, and every objection is met by the office's own finding with its reason. Where the objection's fact excludes,
 * the finding of one officer is a proposal: the case stays until another confirms it. Throws `Refused`
 * consultation.none-sent, .usual-missing, .unanswered, .assessment-unfit, .objection-stands, proposal.same-person.
 */
export function passConsultation(
  of: Application,
  { assessments, cycle, departments }: Clearance,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'passConsultation', actor);
  refuseUnless(of.consultations.length > 0, 'consultation.none-sent');
  refuseUnlessUsual(of, departments);
  const silent = of.consultations.filter((c) => !c.answer && !c.escalation);
  refuseUnless(silent.length === 0, 'consultation.unanswered', codes(silent));
  const isObjection = (c: Consultation) => c.answer?.verdict === 'objection';
  const objections = of.consultations.filter(isObjection);
  const stray = assessments.filter((a) => !objections.some((c) => c.departmentCode === a.departmentCode));
  refuseUnless(stray.length === 0, 'consultation.assessment-unfit', codes(stray));
  const said = (c: Consultation) => assessments.find((a) => a.departmentCode === c.departmentCode)?.assessment;
  const setting = { cycle, by: actor.personId, at: now };
  const consultations = of.consultations.map((c) => (isObjection(c) ? setAside(c, said(c), setting) : c));
  const standing = consultations.filter((c) => isObjection(c) && !c.assessment);
  refuseUnless(standing.length === 0, 'consultation.objection-stands', codes(standing));
  const next = { ...of, consultations };
  const proposed = consultations.filter((c) => isObjection(c) && takesTwo(c, cycle) && !c.assessment?.confirmedBy);
  if (proposed.length === 0)
    return decided(
      circumstances,
      move(next, 'EligibilityNotice', now),
      moved(of, 'consultationPassed', 'EligibilityNotice', { overridden: codes(objections).departments }),
    );
  const isNew = consultations.some((c, i) => c !== of.consultations[i]);
  refuseUnless(isNew, 'proposal.same-person');
  return decided(circumstances, next, { type: 'assessmentProposed', detail: codes(proposed) });
}
