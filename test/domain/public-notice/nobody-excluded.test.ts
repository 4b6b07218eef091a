import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Application } from '#domain/application/application';
import { answerConsultation } from '#domain/consultation/answer';
import { issueLetters } from '#domain/consultation/consult';
import { recordEscalation } from '#domain/consultation/escalate';
import { passConsultation } from '#domain/consultation/pass';
import type { Nature } from '#domain/eligibility/dated-fact';
import { endCorrection } from '#domain/eligibility/end-correction';
import type { Finding } from '#domain/eligibility/findings';
import { passEligibility } from '#domain/eligibility/pass';
import { decideRefusal, proposeRefusal } from '#domain/eligibility/propose-refusal';
import { recordFinding } from '#domain/eligibility/record-finding';
import { requestCorrection } from '#domain/eligibility/request-correction';
import { draftNotice } from '#domain/public-notice/draft';
import type { Outcome } from '#domain/record';
import { Refused } from '#domain/refused';
import { decideLifting, proposeLifting } from '#domain/suspension/lift';
import { recordLateFact } from '#domain/suspension/record-late-fact';
import { at, officer, owner, someone } from '#test/build/an-application';
import { aCycle, anOrganisation, calendars, findingsFor } from '#test/build/eligibility';

const actors = [
  officer,
  someone('officer-2', 'office'),
  someone('tax', 'department', { departmentCode: 'tax' }),
  someone('env', 'department', { departmentCode: 'env' }),
  owner,
  someone('assessor', 'assessor'),
];
const cycle = aCycle();
const full = findingsFor('organisation');
type Act = (of: Application, circumstances: ReturnType<typeof at>) => Outcome<Application>;

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
  clear: (of, c) => passConsultation(of, { assessments: [] }, c),
  lateFact: (of, c) =>
    recordLateFact(of, { fact: { ...fact, ...papers, item: 'A13(6)', statement: 's', source: '税务局' }, cycle }, c),
  proposeLifting: (of, c) => proposeLifting(of, { reason: 'r' }, c),
  lift: (of, c) => decideLifting(of, { confirmed: true, reason: 'r' }, c),
  proposeRefusal: (of, c) => proposeRefusal(of, { reason: 'r', article: 'A13(6)' }, c),
  refuse: (of, c) => decideRefusal(of, { confirmed: true, reason: 'r' }, c),
  keep: (of, c) => decideRefusal(of, { confirmed: false, reason: 'r' }, c),
};

/** Why somebody is excluded, told from what was done and not from what the domain keeps of it; '' when nobody is. */
function excluded(done: readonly { name: string; by: string }[]): string {
  const last = (...names: string[]) => done.findLastIndex((d) => names.includes(d.name));
  if (last('refuse') >= 0) return 'refused';
  if (last('lateFact') > last('lift')) return 'a late fact stands';
  if (last('proposeRefusal') > last('keep')) return 'a refusal is proposed';
  if (last('findPresent') > last('findAbsent', 'pass')) return 'found present';
  if (last('objectTax') >= 0) return 'an objection nobody met';
  for (const code of ['Tax', 'Env'])
    if (last(`consult${code}`) >= 0 && last(`answer${code}`, `escalate${code}`) < 0) return `${code} is silent`;
  return last('consultTax', 'consultEnv') < 0 ? 'nobody was asked' : '';
}

const step = fc.record({
  name: fc.constantFrom(...Object.keys(commands)),
  actor: fc.constantFrom(...actors),
  hours: fc.integer({ min: 0, max: 200 }),
});

/** Plays the steps; what is refused changes nothing. */
function play(steps: readonly { name: string; actor: (typeof actors)[number]; hours: number }[]) {
  let application = anOrganisation();
  let millis = Date.parse('2027-03-01T01:00:00.000Z');
  const done: { name: string; by: string }[] = [];
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
const way = [
  ['passOnRecord', 'officer'],
  ['consultTax', 'officer'],
  ['answerTax', 'tax'],
  ['clear', 'officer'],
].map(([name, who]) => ({ name: name!, actor: by(who!), hours: 1 }));
const start = { name: 'findAbsent', actor: officer, hours: 0 };

test('the straight way leads to the notice, so that the property below is not empty', () =>
  expect(play([start, ...way])).toMatchObject({ isPublished: true }));

test('no order of commands by anyone brings an excluded applicant to the published notice (A13, A16)', () => {
  // Random steps woven into the way that leads there, so that many of the plays come near it.
  const woven = fc
    .tuple(fc.array(step, { maxLength: 12 }), fc.array(fc.nat(8), { minLength: 5, maxLength: 5 }))
    .map(([noise, places]) => {
      const steps = [...noise];
      // In their own order, and often with something tried after them.
      const inOrder = [...places].sort((a, b) => a - b);
      [start, ...way].forEach((s, i) => steps.splice(Math.min(steps.length, (inOrder[i] ?? 0) + i), 0, s));
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
    { numRuns: 1000, seed: 20201225 },
  );
});
