import { dateAt, yearOf } from '../calendar/civil.ts';
import { closingDate } from './closing-date.ts';
import type { Cycle } from './cycle.ts';
import type { Calendars } from './draft.ts';

/** Something that a cycle needs before it can be announced, and the article that asks for it. */
export interface Missing {
  readonly field: string;
  readonly article: string;
  readonly zh: string;
  readonly en: string;
}

/** The years whose working days a cycle needs to be known: from its opening to its closing. */
export const yearsOf = (of: Pick<Cycle, 'opensAt' | 'closesAt'>): number[] => {
  const first = yearOf(dateAt(of.opensAt));
  const last = yearOf(closingDate(of));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
};

const noPlaces = ({ qualityAward, nominationAward }: Cycle['rules']['quotas']) =>
  [qualityAward, nominationAward].every((q) => q.organisation + q.individual === 0);

/** What the draft still lacks, in the order of the regulation (A1, A3, A5, A11, A16). */
export function missingIn(of: Cycle, calendars: Calendars): Missing[] {
  const unknown = yearsOf(of).filter((year) => !calendars.some((c) => c.year === year));
  const needs: [boolean, Missing][] = [
    [!of.ruleSet, { field: 'ruleSetVersion', article: 'A1', zh: '管理办法版本', en: 'a version of the rule set' }],
    [
      !of.approvalReference,
      {
        field: 'approvalReference',
        article: 'A3',
        zh: '省评比达标表彰工作机构的批复文号',
        en: "the provincial office's approval reference",
      },
    ],
    [noPlaces(of.rules.quotas), { field: 'rules.quotas', article: 'A5', zh: '授奖名额', en: 'quotas' }],
    [
      !of.criteria.organisation,
      { field: 'criteria.organisation', article: 'A11', zh: '组织评审标准', en: 'criteria for organisations' },
    ],
    [
      !of.criteria.individual,
      { field: 'criteria.individual', article: 'A11', zh: '个人评审标准', en: 'criteria for individuals' },
    ],
    [
      unknown.length > 0,
      {
        field: 'calendars',
        article: 'A16',
        zh: `${unknown.join('、')} 年工作日日历`,
        en: `the calendar of ${unknown.join(', ')}`,
      },
    ],
  ];
  return needs.flatMap(([lacks, what]) => (lacks ? [what] : []));
}
