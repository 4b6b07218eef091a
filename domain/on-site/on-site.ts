import * as z from 'zod';

/** The on-site review (A19): plan, findings and report are mandatory. */
export const onSite = z.object({
  plan: z.object({ from: z.iso.date(), to: z.iso.date(), items: z.array(z.string()), at: z.iso.datetime() }).optional(),
  report: z
    .object({
      findings: z.array(z.object({ item: z.string(), finding: z.string() })),
      points: z.int().min(0).max(1000),
      conclusion: z.string(),
      by: z.string(),
      at: z.iso.datetime(),
    })
    .optional(),
});
