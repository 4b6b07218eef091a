/** One stored number beside the same number computed again from what it rests on. */
export interface Comparison {
  /** What it is of: the application's code, or its id while it has none. */
  readonly of: string;
  /** Which number: `materialReview.4.1.2`, `recommendedList.rank`. */
  readonly number: string;
  readonly stored: number | string | boolean | undefined;
  readonly again: number | string | boolean | undefined;
}

/** Whether the stored number is another than what comes out. */
export const differs = ({ stored, again }: Comparison): boolean => stored !== again;
