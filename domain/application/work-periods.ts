import * as z from 'zod';

/** When and where somebody worked. */
export const workPeriod = z.object({
  from: z.iso.date(),
  to: z.iso.date().optional().describe('The last day; absent while it lasts'),
  division: z
    .string()
    .regex(/^\d{6}$/, '六位行政区划代码 / the six digits of an administrative division')
    .describe('GB/T 2260, of the place of work: only work in the area of the award counts (A14(1))'),
});

/** Whether every period ends no sooner than it begins. */
export const areInOrder = (periods: readonly Pick<z.infer<typeof workPeriod>, 'from' | 'to'>[]): boolean =>
  periods.every(({ from, to }) => to === undefined || from <= to);

/** What is said of a period that ends before it begins. */
export const reversed = '起止日期颠倒 / a period ends before it begins';
