import { plusYears } from '../calendar/civil.ts';
import { enter, move, moved } from '../case.ts';
import { closingDate } from '../cycle/closing-date.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Document } from '../document/document.ts';
import { refuseIfTooLarge, refuseUnlessWithinLimits } from '../document/limits.ts';
import { itemsCorrected } from '../eligibility/changed-items.ts';
import { checkArithmetic } from '../eligibility/check.ts';
import { explain } from '../eligibility/explain.ts';
import { itemsToDeclare, needsEvidence } from '../eligibility/findings.ts';
import type { CivilDate, Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Application, FiledDocument } from './application.ts';
import { isDomicileToCheck, refuseUnlessLocal } from './domicile.ts';
import { closingOf, phaseFor } from './extend.ts';
import { lastFiscalYears } from './fiscal-years.ts';
import { formOf } from './form-editions.ts';
import { personIdentifier } from './id-kinds.ts';

/** What identifies the applicant: a new name does not make a new applicant (D12). */
export const identifierOf = ({ sections }: Pick<Application, 'sections'>): string | undefined => {
  const person = sections.individualIdentity?.content;
  return (
    sections.organisationIdentity?.content.creditCode ?? (person && personIdentifier(person.idKind, person.idNumber))
  );
};

/** The applicant's name, as lists and notices show it. */
export const nameOf = (of: Application): string =>
  of.sections.organisationIdentity?.content.name ?? of.sections.individualIdentity?.content.name ?? '';

/** The jurisdiction that recommends the applicant (A10). */
export const jurisdictionOf = (of: Application): string =>
  of.sections.organisationIdentity?.content.jurisdiction ?? of.sections.individualIdentity?.content.jurisdiction ?? '';

/** The application as it was handed in: what is edited in a correction counts once it is handed in (D18). */
export const asHandedIn = (of: Application): Application => (of.handedIn ? { ...of, sections: of.handedIn } : of);

/** Whether the correction made it another applicant, or another body's: what was found of the one before is not of it. */
function isAnother(of: Application): boolean {
  const before = asHandedIn(of);
  return [identifierOf, nameOf, jurisdictionOf].some((fact) => fact(before) !== fact(of));
}

/** Of the employer, whose last years are then judged too (A14(5)). */
const isTopManager = ({ sections }: Application) => sections.individualIdentity?.content.topManager === true;

/** The conditions and exclusions on which the applicant says nothing, and the conditions that no file shows (A12–A14). */
function undeclared(of: Application, rules: Cycle['rules']): string[] {
  const { conditions } = of.sections;
  if (!conditions) return [];
  const said = conditions.content.declarations.filter((d) => d.statement.trim() !== '');
  const bare = said.filter((d) => needsEvidence(d.condition) && (d.documents ?? []).length === 0);
  return [
    ...itemsToDeclare(of.kind, isTopManager(of), rules).filter((item) => !said.some((d) => d.condition === item)),
    ...bare.map((d) => `${d.condition} (未附证明材料 / without evidence)`),
  ];
}

/** The conditions whose evidence is not among the files that are there and passed their check (A12). */
function strayEvidence({ sections }: Application, documents: readonly Document[]): string[] {
  const there = new Set(documents.filter((d) => d.status === 'checked').map((d) => d.documentId));
  return (sections.conditions?.content.declarations ?? [])
    .filter((d) => d.documents?.some((id) => !there.has(id)))
    .map((d) => `${d.condition} (证明材料不在已上传文件中 / its evidence is not among the files)`);
}

/** What is still missing, by the names of sections and kinds of files. */
function missingParts(of: Application, { rules }: Pick<Cycle, 'rules'>, documents: readonly Document[]): string[] {
  const { mandatorySections, mandatoryDocuments } = formOf(rules.formVersion);
  const checked = new Set(documents.filter((d) => d.status === 'checked').map((d) => d.kind));
  const waiting = documents.filter((d) => d.status === 'awaited').map((d) => `${d.name} (上传未完成 / not arrived)`);
  const bad = documents.filter((d) => d.status === 'rejected').map((d) => `${d.name} (未通过检查 / rejected)`);
  return [
    ...mandatorySections[of.kind].filter((s) => !of.sections[s]),
    ...(of.sections.profile?.content.text.trim() === '' ? ['profile'] : []),
    ...(isTopManager(of) && !of.sections.results ? ['results'] : []),
    ...undeclared(of, rules),
    ...strayEvidence(of, documents),
    ...mandatoryDocuments[of.kind].filter((k) => !checked.has(k)),
    ...waiting,
    ...bad,
  ];
}

/**
 * What arithmetic alone decides is decided on submission: years of registration (A12, D9), the years reported and their
 * losses (A12(6), D8), years of work in the city (A14(1)). A policy loss is for the officer.
 */
function refuseByArithmetic(of: Application, cycle: Cycle): void {
  const closing = closingDate(cycle);
  const identity = of.sections.organisationIdentity?.content;
  if (identity) {
    refuseUnlessLocal(identity, cycle.rules);
    const { registeredOn } = identity;
    const years = cycle.rules.registrationYears;
    const longEnough = plusYears(registeredOn, years) <= closing;
    refuseUnless(longEnough, 'application.registered-too-briefly', { years, registeredOn, closing });
  }
  const reported = of.sections.results?.content.fiscalYears.map((y) => y.year) ?? [];
  const wanted = lastFiscalYears(closing, cycle.rules.fiscalYears);
  const isComplete = (!identity && !isTopManager(of)) || wanted.every((y) => reported.includes(y));
  refuseUnless(isComplete, 'application.fiscal-years-missing', { years: wanted });
  const against = checkArithmetic(of, cycle).filter((c) => c.verdict === 'notMet');
  const sentences = against.map(explain);
  const because = { zh: sentences.map((s) => s.zh).join(''), en: sentences.map((s) => s.en).join(' ') };
  refuseUnless(against.length === 0, 'application.arithmetic-against', because, against[0]?.article);
}

/** What is handed in, and what is known of it at that moment. */
export interface Submission {
  readonly cycle: Cycle;
  readonly documents: readonly Document[];
  /** Number of the receipt, unique in the installation. */
  readonly number: string;
  readonly manifestSha256: string;
  readonly files: readonly FiledDocument[];
  /** Whether the applicant won in an earlier cycle (D21). */
  readonly pastWinner: boolean;
  /** The last day for the recommending body's opinion (D17); absent while the calendar does not reach so far. */
  readonly recommendBy?: CivilDate | undefined;
  /** The application with which this applicant has applied in the cycle, if any. The save has the last word on it. */
  readonly seat?: string | undefined;
}

const withoutFiles = ({ number, at, manifestSha256 }: NonNullable<Application['receipt']>) => ({
  number,
  at,
  manifestSha256,
});

/**
 * Whether the application may be handed in now, by this person: asked before any file is copied into the records.
 * Throws `Refused` cycle.not-open, cycle.closed (to the millisecond of the server's clock), application.incomplete, what
 * arithmetic decides, application.past-winner where a cycle takes none (D21), and application.applied-already.
 */
export function refuseUnlessSubmittable(
  of: Application,
  { cycle, documents, pastWinner, seat }: Pick<Submission, 'cycle' | 'documents' | 'pastWinner' | 'seat'>,
  { actor, now }: Circumstances,
): void {
  const correcting = of.stage === 'Correction';
  enter('application', of, correcting ? 'resubmit' : 'submit', actor);
  if (correcting)
    refuseUnless(now < (of.correction?.endsAt ?? ''), 'application.correction-over', {
      endsAt: of.correction?.endsAt,
    });
  else {
    const phase = phaseFor(of, cycle, now);
    refuseUnless(phase !== 'announced' && phase !== 'draft', 'cycle.not-open', { opensAt: cycle.opensAt });
    refuseUnless(phase === 'open', 'cycle.closed', { closesAt: closingOf(of, cycle) });
  }
  const missing = missingParts(of, cycle, documents);
  refuseUnless(missing.length === 0, 'application.incomplete', { missing });
  const files = documents.filter((d) => d.status === 'checked');
  for (const file of files) refuseIfTooLarge(file, cycle.rules.fileLimits);
  refuseUnlessWithinLimits(files, cycle.rules.fileLimits);
  refuseByArithmetic(of, cycle);
  refuseUnless(cycle.rules.pastWinnersMayApply || !pastWinner, 'application.past-winner');
  refuseUnless(seat === undefined || seat === of.applicationId, 'application.applied-already');
}

/**
 * Hands the application in, or in again after the correction: the receipt proves when and exactly what (A15, A16). Who has
 * another identifier, name or jurisdiction afterwards is recommended and examined anew (A10); of anyone else, what the
 * office had found on the conditions corrected is found anew.
 */
export function submit(of: Application, submission: Submission, circumstances: Circumstances): Outcome<Application> {
  refuseUnlessSubmittable(of, submission, circumstances);
  const { now } = circumstances;
  const { number, manifestSha256, files, recommendBy } = submission;
  const correcting = of.stage === 'Correction';
  const anew = correcting && isAnother(of);
  const receipt = { number, at: now, manifestSha256, files: [...files] };
  const identity = of.sections.organisationIdentity?.content;
  const corrected = correcting ? itemsCorrected(of) : [];
  const asked = recommendBy !== undefined && (!correcting || anew);
  const findings = of.findings?.filter((f) => !corrected.includes(f.item));
  const next = {
    ...move(of, 'EligibilityReview', now),
    ...(findings && { findings }),
    handedIn: undefined,
    code: of.code ?? number,
    appliedAs: identifierOf(of),
    domicileToCheck: identity && isDomicileToCheck(identity, submission.cycle.rules),
    receipt,
    ...(of.receipt && { earlierReceipts: [...(of.earlierReceipts ?? []), withoutFiles(of.receipt)] }),
    pastWinner: submission.pastWinner,
    ...(anew && { recommendation: undefined, findings: undefined, recommendedAnewSince: now }),
    ...(asked && { recommendationDuty: { dueOn: recommendBy, reminded: [] } }),
  };
  const type = correcting ? 'applicationResubmitted' : 'applicationSubmitted';
  const detail = { number, manifestSha256, ...(asked && { recommendBy }), ...(anew && { anew }) };
  return decided(circumstances, next, moved(of, type, 'EligibilityReview', detail));
}
