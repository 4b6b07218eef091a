import type { ArithmeticCheck } from './check.ts';
import type { DatedFact, LookBack } from './dated-fact.ts';
import { excludes } from './dated-fact.ts';

/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

const verdicts: Readonly<Record<ArithmeticCheck['verdict'], Sentence>> = {
  met: { zh: '符合', en: 'met' },
  notMet: { zh: '不符合', en: 'not met' },
  officer: { zh: '须由评审办审核', en: 'for the office to examine' },
};

/** The arithmetic of a check as a sentence that a person can follow with a calendar in hand. */
export function explain(check: ArithmeticCheck): Sentence {
  const { zh, en } = verdicts[check.verdict];
  switch (check.rule) {
    case 'registrationYears':
      return {
        zh: `注册日期 ${check.registeredOn},满 ${check.requiredYears} 年之日为 ${check.reachedOn}(含当日),申报截止日为 ${check.closing}:${zh}。`,
        en: `Registered on ${check.registeredOn}; ${check.requiredYears} years are reached on ${check.reachedOn} (that day counts); applications close on ${check.closing}: ${en}.`,
      };
    case 'fiscalYear':
      return check.netProfit === undefined
        ? { zh: `${check.year} 会计年度未填报:${zh}。`, en: `The fiscal year ${check.year} is not reported: ${en}.` }
        : {
            zh: `${check.year} 会计年度净利润 ${check.netProfit} 元${check.policyLoss ? '(政策性亏损)' : ''}:${zh}。`,
            en: `Net profit of ${check.year}: ${check.netProfit} yuan${check.policyLoss ? ' (a policy loss)' : ''}: ${en}.`,
          };
    case 'workYears': {
      const spans = check.spans.map((s) => `${s.from}—${s.until}`).join('、');
      return {
        zh: `在本市的工作期间(合并重叠后):${spans || '无'},满 ${check.completeYears} 年,要求 ${check.requiredYears} 年(截至 ${check.closing}):${zh}。`,
        en: `Work in the city, overlaps merged: ${spans || 'none'}; ${check.completeYears} complete years of ${check.requiredYears} up to ${check.closing}: ${en}.`,
      };
    }
  }
}

/** The arithmetic of a fact held against the look-back (D7, D10). */
export function explainFact(fact: DatedFact, { years, from, anchor }: LookBack): Sentence {
  if (fact.nature === 'state')
    return { zh: '该情形现时存在:构成不得申报情形。', en: 'It is so now: the applicant is excluded.' };
  const inside = excludes(fact, { years, from, anchor });
  const day =
    fact.nature === 'dishonesty'
      ? {
          zh: `${fact.on} 列入,${fact.until ? `${fact.until} 移出` : '尚未移出'}`,
          en: `listed on ${fact.on}, ${fact.until ? `taken off on ${fact.until}` : 'still listed'}`,
        }
      : { zh: `日期 ${fact.on}`, en: `dated ${fact.on}` };
  return {
    zh: `${day.zh};近 ${years} 年自 ${from}(含)起算,基准日 ${anchor}:${inside ? '构成不得申报情形' : '早于起算日,不构成不得申报情形'}。`,
    en: `${day.en}; the ${years} years run from ${from} (inclusive) to ${anchor}: ${inside ? 'it excludes' : 'it lies before them and does not exclude'}.`,
  };
}
