import * as z from 'zod';

/** A number of days, working days where the setting's name says so. */
export const days = (least: number, most: number) => z.int().min(least).max(most);

/** Something of each kind of applicant. */
export const bothKinds = <T extends z.ZodType>(of: T) => z.object({ organisation: of, individual: of });

/** A share of a whole, exact: `[2, 3]`. */
export const fraction = z
  .tuple([z.int().positive().max(100), z.int().positive().max(100)])
  .refine(([n, d]) => n <= d, '不超过全体 / at most the whole');

/** Thousandths of a point, of 1000 points. */
export const scoreLine = z.int().min(0).max(1_000_000);
