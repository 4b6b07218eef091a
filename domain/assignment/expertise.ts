import type { Application } from '../application/application.ts';
import { nameOf } from '../application/submit.ts';
import type { Assessor } from '../assessor/assessor.ts';

/** What of an assessor's fields an application calls for. */
export interface Expertise {
  readonly industries: readonly string[];
  readonly categories: readonly string[];
}

const industryWeight = 6;
const mostCategories = 3;

/** The fields that fit: industries that the application names, and categories of its criteria. */
export function expertiseFor(
  { industries, categories }: Pick<Assessor, 'industries' | 'categories'>,
  of: Application,
  criteria: readonly string[],
): Expertise {
  const { profile, relations } = of.sections;
  const text = [nameOf(of), relations?.content.industry, profile?.content.text].join('\n');
  return {
    industries: industries.filter((industry) => text.includes(industry)),
    categories: categories.filter((category) => criteria.includes(category)),
  };
}

/** How well the fields fit, from 0 to 9: a known industry weighs most. */
export const weightOf = ({ industries, categories }: Expertise): number =>
  (industries.length > 0 ? industryWeight : 0) + Math.min(mostCategories, categories.length);
