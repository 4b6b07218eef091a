import * as z from 'zod';

const total = 1000;

const sheetItem = z.object({
  code: z.string().trim().min(1).max(20),
  zh: z.string().trim().min(1).max(60),
  en: z.string().trim().min(1).max(100),
  points: z.int().min(1).max(total),
});

/** The sheet by which a panel scores a defence (A18), as a setting. */
export const defenceSheet = z
  .array(sheetItem)
  .min(1)
  .max(20)
  .refine(
    (items) => items.reduce((sum, i) => sum + i.points, 0) === total,
    `分值合计 ${total} / the items make ${total}`,
  )
  .refine((items) => new Set(items.map((i) => i.code)).size === items.length, '项目代号不得重复 / every code once');
export type DefenceSheet = z.infer<typeof defenceSheet>;

/** Settings of the defence. */
export const defenceRules = {
  defenceMinutes: z.int().min(5).max(480).default(40).describe('D23: minutes of a defence, answers included (A18)'),
  defenceSheet: defenceSheet
    .default([
      { code: 'D1', zh: '陈述', en: 'Presentation', points: 300 },
      { code: 'D2', zh: '答问', en: 'Answers to questions', points: 400 },
      { code: 'D3', zh: '对质量经营的理解与践行', en: 'Understanding and practice of quality', points: 300 },
    ])
    .describe('D6: what a defence is scored by; the items make 1000 points (A18)'),
};
