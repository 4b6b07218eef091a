import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { lastFiscalYears } from '../application/fiscal-years.ts';
import type { workPeriod } from '../application/work-periods.ts';
import { plusYears } from '../calendar/civil.ts';
import { closingDate } from '../cycle/closing-date.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate } from '../record.ts';
import { completeYears, mergedSpans } from './work-years.ts';

const verdict = z
  .enum(['met', 'notMet', 'officer'])
  .describe('`officer`: arithmetic does not decide it, the evidence does');

/** What arithmetic says of the figures reported: the values it used, the rule and the verdict. */
export const arithmeticCheck = z.discriminatedUnion('rule', [
  z.object({
    rule: z.literal('registrationYears'),
    article: z.literal('A12'),
    registeredOn: z.iso.date(),
    requiredYears: z.int(),
    reachedOn: z.iso.date().describe('The anniversary; it counts (D9)'),
    closing: z.iso.date(),
    verdict,
  }),
  z.object({
    rule: z.literal('fiscalYear'),
    article: z.literal('A12(6)'),
    year: z.int(),
    netProfit: z.number().optional().describe('In yuan; absent when the year was not reported'),
    policyLoss: z.boolean().optional(),
    verdict,
  }),
  z.object({
    rule: z.literal('workYears'),
    article: z.literal('A14(1)'),
    spans: z.array(z.object({ from: z.iso.date(), until: z.iso.date() })).describe('Merged; `until` is excluded'),
    requiredYears: z.int(),
    completeYears: z.int(),
    closing: z.iso.date(),
    verdict,
  }),
]);
export type ArithmeticCheck = z.infer<typeof arithmeticCheck>;

const byClaim = (claim: boolean) => (claim ? ('met' as const) : ('notMet' as const));

/** All that can be computed of an application at the cycle's closing date (A12, A12(6), A14(1)); D8, D9. */
export function checkArithmetic(of: Application, cycle: Pick<Cycle, 'closesAt' | 'rules'>): ArithmeticCheck[] {
  const closing = closingDate(cycle);
  const { registrationYears, fiscalYears } = cycle.rules;
  const { organisationIdentity, individualIdentity, results } = of.sections;
  return of.kind === 'individual'
    ? [workYearsCheck(individualIdentity?.content.workPeriods ?? [], closing, cycle.rules)]
    : [
        registrationCheck(organisationIdentity?.content.registeredOn ?? closing, closing, registrationYears),
        ...fiscalYearChecks(results?.content.fiscalYears ?? [], closing, fiscalYears),
      ];
}

/** Years since registration at the closing date; the anniversary counts (A12, D9). */
export function registrationCheck(registeredOn: CivilDate, closing: CivilDate, requiredYears: number): ArithmeticCheck {
  const reachedOn = plusYears(registeredOn, requiredYears);
  const verdict = byClaim(reachedOn <= closing);
  return { rule: 'registrationYears', article: 'A12', registeredOn, requiredYears, reachedOn, closing, verdict };
}

interface FiscalYear {
  readonly year: number;
  readonly netProfit: number;
  readonly policyLoss: boolean;
}

/** A loss refuses by itself; a policy loss (政策性亏损) is for the officer to accept on its evidence (A12(6), D8). */
export const fiscalYearChecks = (
  reported: readonly FiscalYear[],
  closing: CivilDate,
  years: number,
): ArithmeticCheck[] =>
  lastFiscalYears(closing, years).map((year) => {
    const { netProfit, policyLoss } = reported.find((y) => y.year === year) ?? {};
    const verdict = policyLoss && (netProfit ?? 0) < 0 ? 'officer' : byClaim(netProfit !== undefined && netProfit >= 0);
    return { rule: 'fiscalYear', article: 'A12(6)', year, netProfit, policyLoss, verdict };
  });

/** Complete years of work in the area of the award at the closing date, overlaps merged (A14(1), D9). */
export function workYearsCheck(
  periods: readonly Pick<z.infer<typeof workPeriod>, 'from' | 'to' | 'division'>[],
  closing: CivilDate,
  { workYears: requiredYears, domicileArea }: Pick<Rules, 'workYears' | 'domicileArea'>,
): ArithmeticCheck {
  const spans = mergedSpans(
    periods.filter((p) => p.division.startsWith(domicileArea)),
    closing,
  );
  const complete = completeYears(spans);
  const verdict = byClaim(complete >= requiredYears);
  return { rule: 'workYears', article: 'A14(1)', spans, requiredYears, completeYears: complete, closing, verdict };
}
