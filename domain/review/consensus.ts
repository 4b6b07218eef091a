import * as z from 'zod';
import type { Application } from '../application/application.ts';
import type { Rules } from '../cycle/rules.ts';
import { refuseUnless } from '../refused.ts';
import type { Criteria } from './criteria/criteria.ts';
import { itemsOf } from './criteria/criteria.ts';
import type { Review } from './review.ts';
import { sheetsOfPanel } from './review.ts';
import { meanInSteps, percentage, spread } from './score.ts';

/** What the panel comes together with: per item the percentages without names, and whether it must agree (D25). */
export const consensus = z.object({
  applicationId: z.string(),
  most: z.int().describe('Percentage points apart above which consensus is demanded'),
  items: z.array(
    z.object({
      code: z.string(),
      percentages: z.array(percentage),
      mean: percentage,
      spread: z.int(),
      demanded: z.boolean(),
    }),
  ),
});

/** Lays the handed-in sheets side by side. Throws `Refused` report.sheets-missing while one is not handed in. */
export function consensusOf(
  of: Application,
  sheets: readonly Review[],
  criteria: Criteria,
  { consensusSpread: most }: Pick<Rules, 'consensusSpread'>,
): z.infer<typeof consensus> {
  const counted = sheetsOfPanel(of, sheets).filter((s) => s.status === 'handedIn');
  const missing = (of.panel?.assessorIds.length ?? 0) - counted.length;
  refuseUnless(missing === 0 && counted.length > 0, 'report.sheets-missing', { missing });
  const items = itemsOf(criteria).map(({ code }) => {
    const percentages = counted
      .flatMap((s) => s.items.find((i) => i.code === code)?.percentage ?? [])
      .sort((a, b) => a - b);
    const apart = spread(percentages);
    return { code, percentages, mean: meanInSteps(percentages), spread: apart, demanded: apart > most };
  });
  return { applicationId: of.applicationId, most, items };
}
