import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import { beginAgain } from '#domain/application/begin-again';
import { withdraw } from '#domain/application/draft';
import { saveSection } from '#domain/application/save-section';
import { submit } from '#domain/application/submit';
import { answerConsultation } from '#domain/consultation/answer';
import { issueLetters } from '#domain/consultation/consult';
import { recordEscalation } from '#domain/consultation/escalate';
import { passConsultation } from '#domain/consultation/pass';
import type { Document } from '#domain/document/document';
import type { Nature } from '#domain/eligibility/dated-fact';
import { endCorrection } from '#domain/eligibility/end-correction';
import type { Finding } from '#domain/eligibility/findings';
import { passEligibility } from '#domain/eligibility/pass';
import { decideRefusal, proposeRefusal } from '#domain/eligibility/propose-refusal';
import { recordFinding } from '#domain/eligibility/record-finding';
import { requestCorrection } from '#domain/eligibility/request-correction';
import { draftNotice } from '#domain/public-notice/draft';
import { recommend } from '#domain/recommendation/recommend';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { decideLifting, proposeLifting } from '#domain/suspension/lift';
import { recordLateFact } from '#domain/suspension/record-late-fact';
import { at, officer, owner, someone } from '#test/build/an-application';
import { aCycle, anOrganisation, calendars, findingsFor } from '#test/build/eligibility';
import { filledIn } from '#test/build/filled-in';

const actors = [
  officer,
  someone('officer-2', 'office'),
  someone('tax', 'department', { departmentCode: 'tax' }),
  someone('env', 'department', { departmentCode: 'env' }),
  owner,
  someone('五华区', 'recommendingBody', { jurisdiction: '五华区' }),
  someone('官渡区', 'recommendingBody', { jurisdiction: '官渡区' }),
  someone('assessor', 'assessor'),
];
const cycle = aCycle();
const full = findingsFor('organisation');
type Act = (of: Application, circumstances: ReturnType<typeof at>) => Outcome<Application>;

const { sections, documents } = filledIn();
const renamed = new Map(documents.map((d) => [d.documentId, d.documentId]));
const identity = sections.organisationIdentity!.content;
const liveIn =
  (jurisdiction: string): Act =>
  (of, circumstances) => {
    const basedOn = of.sections.organisationIdentity?.version ?? 0;
    const edit = { cycle, section: 'organisationIdentity', content: { ...identity, jurisdiction }, basedOn } as const;
    return saveSection(of, edit, circumstances);
  };
const recommendAs =
  (jurisdiction: string): Act =>
  (of, circumstances) => {
    const signed = { documentId: 'd', ownerId: jurisdiction, kind: 'recommendation', format: 'application/pdf' };
    const document = { ...signed, status: 'checked' } as Document;
    return recommend(of, { opinion: '同意', document, endsAt: '2027-04-14T16:00:00.000Z' }, circumstances);
  };
const departments = ['tax', 'env'].map((code) => ({ code, zh: code, en: code, usual: true }));
const assessments = [{ departmentCode: 'tax', assessment: '不采纳' }];

const papers = { documentNumber: '函1号' };
const fact = { nature: 'penalty' as Nature, on: '2026-05-01' };
const finding = (result: Finding['result']): Finding => ({
  item: 'A13(6)',
  result,
  reason: 'r',
  ...(result === 'present' && { fact, source: '税务局', ...papers }),
});
const consult =
  (code: string): Act =>
  (of, circumstances) => {
    const request = { departmentCodes: [code], question: '?', calendars, known: ['tax', 'env'], firstNumber: 1 };
    const { applications } = issueLetters(cycle, [of], { ...request, newId: (p) => `${p}_${code}` }, circumstances);
    const [outcome] = applications;
    if (!outcome) throw new Error('nobody was on the letter');
    return outcome;
  };
const answer =
  (departmentCode: string, verdict: 'noObjection' | 'objection'): Act =>
  (of, circumstances) =>
    answerConsultation(of, { departmentCode, verdict, facts: 'f', fact, ...papers }, circumstances);

/** What anyone may try, well or ill. */
const commands: Record<string, Act> = {
  findPresent: (of, c) => recordFinding(of, { finding: finding('present'), cycle }, c),
  findAbsent: (of, c) => recordFinding(of, { finding: finding('absent'), cycle }, c),
  requestCorrection: (of, c) => requestCorrection(of, { items: ['补'], rules: cycle.rules, calendars }, c),
  endCorrection: (of, c) => endCorrection(of, c),
  pass: (of, c) => passEligibility(of, { cycle, findings: full }, c),
  passOnRecord: (of, c) => passEligibility(of, { cycle, findings: full.filter((f) => f.item !== 'A13(6)') }, c),
  consultTax: consult('tax'),
  consultEnv: consult('env'),
  answerTax: answer('tax', 'noObjection'),
  objectTax: answer('tax', 'objection'),
  answerEnv: answer('env', 'noObjection'),
  escalateEnv: (of, c) => recordEscalation(of, { departmentCode: 'env', outcome: '核实', ...papers }, c),
  clear: (of, c) => passConsultation(of, { assessments: [], cycle, departments }, c),
  assess: (of, c) => passConsultation(of, { assessments, cycle, departments }, c),
  lateFact: (of, c) =>
    recordLateFact(of, { fact: { ...fact, ...papers, item: 'A13(6)', statement: 's', source: '税务局' }, cycle }, c),
  proposeLifting: (of, c) => proposeLifting(of, { reason: 'r' }, c),
  lift: (of, c) => decideLifting(of, { confirmed: true, reason: 'r' }, c),
  proposeRefusal: (of, c) => proposeRefusal(of, { reason: 'r', article: 'A13(6)', cycle, calendars }, c),
  refuse: (of, c) => decideRefusal(of, { confirmed: true, reason: 'r', cycle, calendars }, c),
  withdraw: (of, c) => withdraw(of, 'r', c),
  again: (of, c) => beginAgain(of, { cycle, applicationId: `${of.applicationId}+`, renamed }, c),
  liveInWuhua: liveIn('五华区'),
  liveInGuandu: liveIn('官渡区'),
  handIn: (of, c) => submit(of, { cycle, documents, number: 'n', manifestSha256: '', files: [], pastWinner: false }, c),
  recommendWuhua: recommendAs('五华区'),
  recommendGuandu: recommendAs('官渡区'),
  keep: (of, c) => decideRefusal(of, { confirmed: false, reason: 'r', cycle, calendars }, c),
};

interface Done {
  readonly name: string;
  readonly by: string;
}

/** Whether the body that recommended last is not the one of where the applicant said, handing in, that it lives. */
function isAnothers(done: readonly Done[]): boolean {
  let [written, handedIn, recommendedBy] = ['五华区', '五华区', '五华区'];
  for (const { name, by } of done) {
    if (name.startsWith('liveIn')) written = name === 'liveInGuandu' ? '官渡区' : '五华区';
    if (name === 'endCorrection') written = handedIn;
    if (name === 'handIn') handedIn = written;
    if (name === 'again') recommendedBy = '';
    if (name.startsWith('recommend')) recommendedBy = by;
  }
  return handedIn !== recommendedBy;
}

/** Why somebody is excluded, told from what was done and not from what the domain keeps of it; '' when nobody is. */
function excluded(done: readonly Done[]): string {
  const last = (...names: string[]) => done.findLastIndex((d) => names.includes(d.name));
  if (last('refuse') >= 0) return 'refused';
  if (last('lateFact') > last('lift')) return 'a late fact stands';
  if (last('proposeRefusal') > last('keep')) return 'a refusal is proposed';
  if (last('findPresent') > last('findAbsent', 'pass')) return 'found present';
  const met = done.slice(last('objectTax')).filter(({ name }) => name === 'assess' || name === 'clear');
  if (last('objectTax') >= 0 && new Set(met.map((d) => d.by)).size < 2) return 'one officer met an objection';
  if (isAnothers(done)) return 'recommended by another body';
  const now = done.slice(last('again') + 1).map((d) => d.name);
  const any = (...names: string[]) => names.some((name) => now.includes(name));
  for (const code of ['Tax', 'Env'])
    if (any(`consult${code}`) && !any(`answer${code}`, `escalate${code}`, `object${code}`)) return `${code} is silent`;
  return any('consultTax', 'consultEnv') ? '' : 'nobody was asked';
}

const step = fc.record({
  name: fc.constantFrom(...Object.keys(commands)),
  actor: fc.constantFrom(...actors),
  hours: fc.integer({ min: 0, max: 100 }),
});

/** Plays the steps; what is refused changes nothing. */
function play(steps: readonly { name: string; actor: (typeof actors)[number]; hours: number }[]) {
  let application: Application = anOrganisation({ sections });
  let millis = Date.parse('2027-03-01T01:00:00.000Z');
  const done: Done[] = [];
  for (const { name, actor, hours } of steps) {
    millis += hours * 3_600_000;
    try {
      application = commands[name]!(application, at(actor, new Date(millis).toISOString())).next;
      done.push({ name, by: actor.personId });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
  const notice = draftNotice([application], { kind: 'EligibilityNotice' });
  return { done, isPublished: notice.entries.length > 0 };
}

const by = (personId: string) => actors.find((a) => a.personId === personId)!;
const way = (...steps: readonly [name: string, who: string][]) =>
  steps.map(([name, who]) => ({ name, actor: by(who), hours: 1 }));
const examined = way(['findAbsent', 'officer'], ['passOnRecord', 'officer']);
const straight = [...examined, ...way(['consultTax', 'officer'], ['answerTax', 'tax'], ['clear', 'officer'])];
const objected = [...examined, ...way(['consultTax', 'officer'], ['objectTax', 'tax'])];
const again = way(['withdraw', 'owner'], ['again', 'owner'], ['handIn', 'owner'], ['recommendWuhua', '五华区']);
const moved = way(['requestCorrection', 'officer'], ['liveInGuandu', 'owner'], ['handIn', 'owner']);

/** The ways that lead to the notice. */
const ways = {
  straight,
  'past an objection': [...objected, ...way(['assess', 'officer'], ['clear', 'officer-2'])],
  'a second time': [...again, ...straight],
  'under another body': [...moved, ...way(['recommendGuandu', '官渡区']), ...straight],
};
/** Those that would, if what stands in them could be washed off. */
const tried = [
  [...way(['lateFact', 'officer']), ...again, ...straight],
  [...way(['findPresent', 'officer'], ['proposeRefusal', 'officer']), ...again, ...straight],
  [...objected, ...again, ...examined, ...way(['consultEnv', 'officer'], ['answerEnv', 'env'], ['clear', 'officer'])],
];

test.each(Object.entries(ways))('the way leads to the notice %s, so that the property below is not empty', (_, steps) =>
  expect(play(steps)).toMatchObject({ isPublished: true }),
);
test.each(tried)('what stands is not washed off (%#)', (...steps) =>
  expect(play(steps)).toMatchObject({ isPublished: false }),
);

test('no order of commands by anyone brings an excluded applicant to the published notice (A13, A16)', () => {
  // Random steps woven into most of a way that leads there, so that many of the plays come near it.
  const most = fc
    .constantFrom(...Object.values(ways), ...tried)
    .chain((steps) => fc.subarray(steps, { minLength: steps.length - 2 }));
  const woven = fc
    .tuple(most, fc.array(step, { maxLength: 12 }), fc.array(fc.nat(8), { minLength: 12, maxLength: 12 }))
    .map(([kept, noise, places]) => {
      const steps = [...noise];
      // In their own order, and often with something tried after them.
      const inOrder = [...places].sort((a, b) => a - b);
      kept.forEach((s, i) => steps.splice(Math.min(steps.length, (inOrder[i] ?? 8) + i), 0, s));
      return steps;
    });
  fc.assert(
    fc.property(woven, (steps) => {
      const { done, isPublished } = play(steps);
      if (isPublished) expect(excluded(done)).toBe('');
      const proposers = done.filter((d) => d.name === 'proposeRefusal').map((d) => d.by);
      const refusers = done.filter((d) => d.name === 'refuse').map((d) => d.by);
      if (refusers.length > 0) expect(refusers[0]).not.toBe(proposers.at(-1));
    }),
    { numRuns: 2000, seed: 20201225 },
  );
});
