import * as z from 'zod';
import { kunmingDivisions } from '../application/domicile.ts';
import { isEachYearOnce, yearTwice } from '../application/fiscal-years.ts';
import { areInOrder, reversed, workPeriod } from '../application/work-periods.ts';
import type { Rules } from '../cycle/rules.ts';
import type { CivilDate } from '../record.ts';
import type { ArithmeticCheck } from './check.ts';
import { arithmeticCheck, fiscalYearChecks, registrationCheck, workYearsCheck } from './check.ts';
import { datedFact, excludes, lookBackOf, naturesOf } from './dated-fact.ts';
import type { Sentence } from './explain.ts';
import { explain, explainFact } from './explain.ts';
import { itemsToFind } from './findings.ts';
import { itemTexts } from './item-texts.ts';
import { refuseUnless } from '../refused.ts';

const amount = z.number().min(-1e14).max(1e14);

/** What anyone can say of themselves before they sign up; whatever is left out is to be examined. No names, no numbers. */
export const selfDescription = z.object({
  kind: z.enum(['organisation', 'individual']),
  registeredOn: z.iso.date().optional(),
  domicileDivision: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .describe('GB/T 2260'),
  legalPerson: z.boolean().optional(),
  fiscalYears: z
    .array(z.object({ year: z.int().min(2000).max(2200), netProfit: amount, policyLoss: z.boolean().default(false) }))
    .max(5)
    .refine(isEachYearOnce, yearTwice)
    .optional(),
  workPeriods: z.array(workPeriod).max(30).refine(areInOrder, reversed).optional(),
  topManager: z.boolean().optional(),
  met: z.array(z.string().max(10)).max(20).default([]).describe('Conditions one says are met: `A12(5)`'),
  absent: z.array(z.string().max(10)).max(10).default([]).describe('Exclusions one says there are none of'),
  facts: z
    .array(datedFact.extend({ item: z.string().max(10) }))
    .max(20)
    .default([])
    .describe('Facts that may exclude, with their dates'),
});
export type SelfDescription = z.infer<typeof selfDescription>;

const sentence = z.object({ zh: z.string(), en: z.string() });
const result = z.enum(['met', 'notMet', 'toBeExamined']);

/** What the self-check says of one condition or exclusion; an exclusion is `met` when nothing excludes. */
export const selfCheckItem = z.object({
  item: z.string(),
  text: sentence,
  result,
  sentences: z.array(sentence),
  arithmetic: z.array(arithmeticCheck),
});
type Item = z.infer<typeof selfCheckItem>;
type Result = Item['result'];

const ofVerdict: Readonly<Record<ArithmeticCheck['verdict'], Result>> = {
  met: 'met',
  notMet: 'notMet',
  officer: 'toBeExamined',
};

/** The days by which it is measured: the closing (D9), and the one from which exclusions look back (D7). */
interface Days {
  readonly closing: CivilDate;
  readonly anchor: CivilDate;
}

const worst = (results: readonly Result[]): Result =>
  (['notMet', 'toBeExamined'] as const).find((r) => results.includes(r)) ?? 'met';

const item = (
  of: string,
  results: readonly Result[],
  sentences: Sentence[],
  arithmetic: ArithmeticCheck[] = [],
): Item => ({
  item: of,
  text: itemTexts[of] ?? { zh: of, en: of },
  result: worst(results),
  sentences,
  arithmetic,
});

const notSaid: Sentence = { zh: '未填写,须由评审办审核。', en: 'Not said; the office will examine it.' };
const onEvidence: Sentence = {
  zh: '自述符合;以评审办对证明材料的审核为准。',
  en: 'You say so; the office examines the evidence.',
};

function registration(of: SelfDescription, closing: CivilDate, rules: Rules): Item {
  const area = rules.domicileArea;
  const place = of.domicileDivision;
  const placeName = Object.entries(kunmingDivisions).find(([code]) => code === place)?.[1] ?? place;
  const arithmetic = of.registeredOn ? [registrationCheck(of.registeredOn, closing, rules.registrationYears)] : [];
  const isLocal: Result = place === undefined ? 'toBeExamined' : place.startsWith(area) ? 'met' : 'notMet';
  const isPerson: Result = of.legalPerson === undefined ? 'toBeExamined' : of.legalPerson ? 'met' : 'notMet';
  const years = arithmetic.map((c) => ofVerdict[c.verdict]);
  const sentences: Sentence[] = [
    ...(arithmetic.length > 0
      ? arithmetic.map(explain)
      : [{ zh: `注册日期:${notSaid.zh}`, en: `Registration: ${notSaid.en}` }]),
    place === undefined
      ? { zh: `住所:${notSaid.zh}`, en: `Domicile: ${notSaid.en}` }
      : {
          zh: `住所 ${placeName}:${isLocal === 'met' ? '在' : '不在'}本市行政区域内。`,
          en: `Domicile ${placeName}: ${isLocal === 'met' ? 'within' : 'outside'} the city.`,
        },
    of.legalPerson === undefined
      ? { zh: `法人资格:${notSaid.zh}`, en: `Legal personality: ${notSaid.en}` }
      : {
          zh: of.legalPerson ? '具有独立法人资格。' : '不具有独立法人资格(分支机构须由法人申报)。',
          en: of.legalPerson ? 'An independent legal person.' : 'No legal person; a branch applies through its own.',
        },
  ];
  return item(
    'A12',
    [...(years.length > 0 ? years : ['toBeExamined' as const]), isLocal, isPerson],
    sentences,
    arithmetic,
  );
}

function condition(of: string, described: SelfDescription, days: Days, rules: Rules): Item {
  const { closing } = days;
  const arithmetic =
    of === 'A12(6)' && described.fiscalYears
      ? fiscalYearChecks(described.fiscalYears, closing, rules.fiscalYears)
      : of === 'A14(1)' && described.workPeriods
        ? [workYearsCheck(described.workPeriods, closing, rules)]
        : [];
  if (arithmetic.length > 0)
    return item(
      of,
      arithmetic.map((c) => ofVerdict[c.verdict]),
      arithmetic.map(explain),
      arithmetic,
    );
  if (of === 'A14(5)' && described.topManager === false)
    return item(of, ['met'], [{ zh: '非组织最高管理者,不适用。', en: 'Not a top manager: it does not apply.' }]);
  const facts = factsOn(of, described, days, rules);
  if (facts) return facts;
  return item(of, ['toBeExamined'], [described.met.includes(of) ? onEvidence : notSaid]);
}

/** What the facts given say on the item; undefined when there are none. */
function factsOn(of: string, { facts }: SelfDescription, { anchor }: Days, rules: Rules): Item | undefined {
  const given = facts.filter((f) => f.item === of);
  if (given.length === 0) return undefined;
  const judged = given.map((fact) => ({ fact, lookBack: lookBackOf(fact.nature, anchor, rules) }));
  const results = judged.map(({ fact, lookBack }): Result => (excludes(fact, lookBack) ? 'notMet' : 'met'));
  return item(
    of,
    results,
    judged.map(({ fact, lookBack }) => explainFact(fact, lookBack)),
  );
}

function exclusion(of: string, described: SelfDescription, days: Days, rules: Rules): Item {
  const none = { zh: '自述不存在;以有关部门答复为准。', en: 'You say there is none; the departments are asked.' };
  return (
    factsOn(of, described, days, rules) ?? item(of, ['toBeExamined'], [described.absent.includes(of) ? none : notSaid])
  );
}

/** Throws `Refused` exclusion.unfit: a fact that no item speaks of would be passed over, and nobody would know. */
function refuseUnlessFit({ kind, facts, topManager }: SelfDescription, rules: Rules): void {
  const { exclusions } = itemsToFind(kind, rules);
  const speaksOf = kind === 'individual' && topManager !== false ? [...exclusions, 'A14(5)'] : exclusions;
  for (const { item: of, nature } of facts) {
    const natures = naturesOf[of] ?? [];
    refuseUnless(speaksOf.includes(of) && natures.includes(nature), 'exclusion.unfit', { item: of, natures }, 'A13');
  }
}

/**
 * Whether an organisation or person seems eligible, condition by condition (A12–A14). It binds nobody: what arithmetic
 * decides is decided here as it will be there, the rest is for the office. Nothing of it is kept. Throws `Refused`
 * exclusion.unfit.
 */
export function selfCheck(described: SelfDescription, days: Days, rules: Rules): { result: Result; items: Item[] } {
  refuseUnlessFit(described, rules);
  const { conditions, exclusions } = itemsToFind(described.kind, rules);
  const items = [
    ...conditions.map((c) =>
      c === 'A12' ? registration(described, days.closing, rules) : condition(c, described, days, rules),
    ),
    ...exclusions.map((e) => exclusion(e, described, days, rules)),
  ];
  return { result: worst(items.map((i) => i.result)), items };
}
