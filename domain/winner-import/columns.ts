/** The columns of a file of earlier winners, as their heads are called in a workbook; in JSON they go by their keys. */
export const columns = {
  certificateNumber: '证书编号',
  name: '获奖者',
  kind: '类别',
  award: '奖项',
  awardYear: '获奖年度',
  decisionNumber: '决定文号',
  decisionDate: '决定日期',
  identifier: '统一社会信用代码或证件号码',
  employer: '所在单位',
  jurisdiction: '推荐单位辖区',
  account: '账号(人员编号)',
} as const;
export type Column = keyof typeof columns;

/** A row as it was written. */
export type Cells = Readonly<Record<Column, string>>;

/** Rows of a file beside its heads: one request imports them within its time. */
export const mostRows = 500;

/** Columns that may be missing or empty. */
export const optional: readonly Column[] = ['employer', 'jurisdiction', 'account'];
