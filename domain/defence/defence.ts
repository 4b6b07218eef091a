import * as z from 'zod';

/** The defence (A18): an organisation's senior leader, an individual in person. */
export const defence = z.object({
  defender: z.string().optional(),
  slot: z.object({ at: z.iso.datetime(), room: z.string() }).optional(),
  scores: z.array(
    z.object({
      assessorId: z.string(),
      points: z.int().min(0).max(1000),
      at: z.iso.datetime(),
      voidedAt: z.iso.datetime().optional().describe('By a conflict found later: kept, and never counted (D26)'),
    }),
  ),
  noShow: z.object({ recordedBy: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
  completedAt: z.iso.datetime().optional(),
});
