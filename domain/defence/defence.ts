import * as z from 'zod';

/** When and where: `minutes` from `at` on, within one civil day. */
export const slot = z.object({ at: z.iso.datetime(), minutes: z.int(), room: z.string() });
export type Slot = z.infer<typeof slot>;

/** One line of a score. */
export const scoreLineOf = z.object({ code: z.string(), points: z.int().min(0).max(1000) });

/** Who has succeeded the senior leader that the form names, as the office has it from a paper. */
const successor = z.object({
  name: z.string(),
  reason: z.string(),
  documentId: z.string().describe('The paper that shows the change: an appointment, a register extract'),
  by: z.string(),
  at: z.iso.datetime(),
});

/** The defence (A18): an organisation's senior leader, an individual in person. */
export const defence = z.object({
  defender: z.string().optional(),
  successor: successor.optional(),
  slot: slot.optional(),
  begunAt: z.iso.datetime().optional(),
  attendedBy: z.array(z.string()).optional().describe('The panel as it sat when the defence began: who scores it'),
  endedAt: z.iso.datetime().optional(),
  drafts: z
    .array(z.object({ assessorId: z.string(), items: z.array(scoreLineOf), at: z.iso.datetime() }))
    .optional()
    .describe('What members of the panel have noted and not handed in yet'),
  scores: z.array(
    z.object({
      assessorId: z.string(),
      items: z.array(scoreLineOf).optional().describe('By the sheet of the cycle; they make the points'),
      points: z.int().min(0).max(1000),
      at: z.iso.datetime(),
      voidedAt: z.iso
        .datetime()
        .optional()
        .describe('By a conflict found later, or since it was held again: kept, and never counted (D26)'),
    }),
  ),
  noShow: z.object({ recordedBy: z.string(), at: z.iso.datetime(), reason: z.string() }).optional(),
  completedAt: z.iso.datetime().optional(),
});
export type Defence = z.infer<typeof defence>;
