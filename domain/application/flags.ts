import * as z from 'zod';
import type { Application } from './application.ts';
import { encouragedGroups } from './encouraged-groups.ts';

/** What the office is shown beside an application. None of it has an effect on findings, scores or ranks (A12, D21). */
export const flags = ['pastWinner', ...encouragedGroups] as const;
export type Flag = (typeof flags)[number];

/** What people read for a flag. */
export const flagLabels = {
  pastWinner: { zh: '往届获奖者', en: 'Won in an earlier cycle' },
  benchmarkInstitution: { zh: '鼓励申报:具有标杆示范作用的事业单位', en: 'Encouraged: exemplary public institution' },
  privateEnterprise: { zh: '鼓励申报:民营企业', en: 'Encouraged: private enterprise' },
  socialOrganisation: { zh: '鼓励申报:社会团体', en: 'Encouraged: social organisation' },
  growingSmallOrMedium: { zh: '鼓励申报:成长型中小型企业', en: 'Encouraged: growing small or medium enterprise' },
} as const satisfies Record<Flag, { zh: string; en: string }>;

/** A flag with what people read for it. */
export const flagView = z.object({ flag: z.enum(flags), zh: z.string(), en: z.string() });

/** The flags of an application, by what it declared and by the roll of winners at its submission. */
export function flagsOf({ pastWinner, sections }: Pick<Application, 'pastWinner' | 'sections'>) {
  const declared: readonly Flag[] = sections.organisationIdentity?.content.encouragedGroups ?? [];
  const raised = flags.filter((flag) => (flag === 'pastWinner' ? pastWinner === true : declared.includes(flag)));
  return raised.map((flag) => ({ flag, ...flagLabels[flag] }));
}
