import type { Assessor } from './assessor.ts';

/** Rows of one import: each is a transaction, and all of them one request. */
export const mostRows = 300;

/** The columns of the workbook by their Chinese heads, in their order. */
export const columns = {
  assessorId: '专家编号',
  name: '姓名',
  personId: '系统账号',
  employer: '现任单位',
  creditCode: '统一社会信用代码',
  industries: '行业',
  categories: '评审类目',
  from: '聘期起',
  to: '聘期止',
  letter: '聘书文号',
} as const;
export type Column = keyof typeof columns;

const columnNames = Object.keys(columns) as Column[];

/** Whatever a spreadsheet would take for a formula is written with an apostrophe before it. */
const asText = (value: string) => (/^[=+\-@\t\r']/.test(value) ? `'${value}` : value);
/** And read without it. */
export const fromText = (value: string) => (/^'[=+\-@\t\r']/.test(value) ? value.slice(1) : value);

const cellsOf = (of: Assessor): Record<Column, string> => {
  const employer = of.employments.find((e) => !e.until);
  const term = of.appointments.at(-1);
  return {
    assessorId: of.assessorId,
    name: of.name,
    personId: of.personId ?? '',
    employer: employer?.name ?? '',
    creditCode: employer?.creditCode ?? '',
    industries: of.industries.join('、'),
    categories: of.categories.join('、'),
    from: term?.from ?? '',
    to: term?.to ?? '',
    letter: term?.letter ?? '',
  };
};

/** The pool as rows of a workbook, the heads first; an import of them changes nothing. What follows is for reading. */
export const exportRows = (pool: readonly Assessor[]): string[][] => [
  [...columnNames.map((c) => columns[c]), '退出日期', '退出原因', '最近考核'],
  ...pool.map((of) => {
    const cells = cellsOf(of);
    const more = [of.exit?.on ?? '', of.exit?.reason ?? '', of.appraisals.at(-1)?.grade ?? ''];
    return [...columnNames.map((c) => cells[c]), ...more].map(asText);
  }),
];
