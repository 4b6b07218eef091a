import { fitsIdKind, idKinds, personIdentifier } from '../application/id-kinds.ts';
import { isCreditCode, normalised } from '../application/identifiers.ts';
import type { Winner } from '../approval/winner.ts';
import { yearOf } from '../calendar/civil.ts';
import type { CivilDate } from '../record.ts';
import type { Cells, Column } from './columns.ts';
import { columns, optional } from './columns.ts';

/** What is wrong with a row, and in which column. */
export interface Problem {
  readonly zh: string;
  readonly en: string;
  readonly column?: string;
}

/** A row that fits. */
export type EarlierWinner = Pick<
  Winner,
  | 'certificateNumber'
  | 'name'
  | 'kind'
  | 'award'
  | 'awardYear'
  | 'decision'
  | 'identifier'
  | 'employer'
  | 'jurisdiction'
>;

const kinds = {
  组织: 'organisation',
  organisation: 'organisation',
  个人: 'individual',
  individual: 'individual',
} as const;
const awards = {
  质量奖: 'qualityAward',
  市长质量奖: 'qualityAward',
  qualityAward: 'qualityAward',
  提名奖: 'nominationAward',
  质量奖提名奖: 'nominationAward',
  nominationAward: 'nominationAward',
} as const;

const known = <T extends string>(names: Readonly<Record<string, T>>, text: string): T | undefined =>
  Object.hasOwn(names, text) ? names[text] : undefined;

/** A resident ID stands for itself; any other paper is written with its kind before it, `passport:E12345678`. */
function personOf(text: string): string | undefined {
  const [kind, number] = text.includes(':') ? text.split(':', 2) : ['residentId', text];
  const of = idKinds.find((k) => k === kind);
  const plain = normalised(number ?? '');
  return of && fitsIdKind(of, plain) ? personIdentifier(of, plain) : undefined;
}

const isDate = (text: string): boolean => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00.000Z`) : undefined;
  return at !== undefined && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

const longest: Partial<Record<Column, number>> = { name: 100, employer: 100, jurisdiction: 100, decisionNumber: 100 };

/** Reads a row, or says everything that is wrong with it. */
export function readRow(cells: Cells, today: CivilDate): EarlierWinner | { readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const wrong = (column: Column, zh: string, en: string) => problems.push({ zh, en, column: columns[column] });
  for (const column of Object.keys(columns) as Column[]) {
    if (cells[column] === '' && !optional.includes(column)) wrong(column, '必填', 'needed');
    if (cells[column].length > (longest[column] ?? 60))
      wrong(column, `不超过 ${longest[column] ?? 60} 字`, `at most ${longest[column] ?? 60} characters`);
  }
  const kind = known(kinds, cells.kind);
  const award = known(awards, cells.award);
  const awardYear = Number(cells.awardYear);
  const identifier = kind === 'individual' ? personOf(cells.identifier) : normalised(cells.identifier);
  if (cells.kind && !kind) wrong('kind', '须为“组织”或“个人”', 'organisation or individual');
  if (cells.award && !award) wrong('award', '须为“质量奖”或“提名奖”', 'qualityAward or nominationAward');
  if (cells.certificateNumber && !/^[\p{L}\p{N}〔〕[\]()（）._-]+$/u.test(cells.certificateNumber))
    wrong('certificateNumber', '含有不允许的字符', 'has characters that a number cannot have');
  if (cells.identifier && (!identifier || (kind === 'organisation' && !isCreditCode(identifier))))
    wrong('identifier', '号码无效(校验位不符)', 'not a valid number');
  if (cells.awardYear && !(Number.isInteger(awardYear) && awardYear >= 1990 && awardYear <= yearOf(today)))
    wrong('awardYear', '年度无效', 'not a year until now');
  if (cells.decisionDate && !(isDate(cells.decisionDate) && cells.decisionDate <= today))
    wrong('decisionDate', '须为今天以前的日期,写作 2016-12-30', 'a date until today, written 2016-12-30');
  else if (cells.decisionDate && Math.abs(yearOf(cells.decisionDate) - awardYear) > 1)
    wrong('decisionDate', '与获奖年度不符', 'does not fit the award year');
  if (problems.length > 0 || !kind || !award || !identifier) return { problems };
  const { certificateNumber, name, employer, jurisdiction } = cells;
  return {
    ...{ certificateNumber, name, kind, award, awardYear, identifier },
    decision: { number: cells.decisionNumber, date: cells.decisionDate },
    employer: employer || undefined,
    jurisdiction: jurisdiction || undefined,
  };
}
