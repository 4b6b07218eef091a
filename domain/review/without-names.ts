import type { PanelReport } from './panel-report.ts';

/** The texts of a report that its applicant is given. */
type Told = Pick<PanelReport, 'themes'> & {
  readonly items: readonly Pick<PanelReport['items'][number], 'code' | 'percentage' | 'strengths' | 'improvements'>[];
};

/** What stands where a name was. */
const nobody = '***';

const special = /[.*+?^${}()|[\]\\]/g;

/** The name however it is spaced or written; one letter alone is no name. */
function patternOf(names: readonly string[]): RegExp | undefined {
  const letters = names.map((name) => [...name.replace(/\s+/g, '')]).filter((l) => l.length > 1);
  // The longest first: 欧阳明 is not left as *** with a 明 behind it.
  const longest = letters.sort((a, b) => b.length - a.length);
  if (longest.length === 0) return undefined;
  return new RegExp(longest.map((l) => l.map((c) => c.replace(special, '\\$&')).join('\\s*')).join('|'), 'giu');
}

/**
 * The report without the names of the assessors, should its writer have named one: feedback carries no assessor's name
 * (A17). A word that happens to be written as a name goes too: better a gap than a name.
 */
export function withoutNames<T extends Told>(of: T, names: readonly string[]): T {
  const pattern = patternOf(names);
  if (!pattern) return of;
  const clean = (text: string) => text.replace(pattern, nobody);
  const items = of.items.map((i) => ({
    ...i,
    strengths: clean(i.strengths),
    improvements: clean(i.improvements),
  }));
  return { ...of, items, themes: clean(of.themes) };
}

/** Where in the report an assessor is named: codes of items, and `themes`. */
export function placesOfNames(of: Told, names: readonly string[]): string[] {
  const clean = withoutNames(of, names);
  const changed = of.items.filter((item, i) => {
    const { strengths, improvements } = clean.items[i] ?? item;
    return strengths !== item.strengths || improvements !== item.improvements;
  });
  return [...changed.map((i) => i.code), ...(clean.themes === of.themes ? [] : ['themes'])];
}
