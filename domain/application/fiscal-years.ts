/** Whether every fiscal year is reported once. */
export const isEachYearOnce = (reported: readonly { readonly year: number }[]): boolean =>
  new Set(reported.map((r) => r.year)).size === reported.length;

/** What is said of a year that is written twice. */
export const yearTwice = '每个会计年度只填报一次 / each fiscal year is reported once';
