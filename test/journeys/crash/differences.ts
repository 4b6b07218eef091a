import type { Findings } from './findings.ts';

/** What was found otherwise than expected, a line each. */
export function differences(expected: Findings, found: Findings): string[] {
  const { troubles, ...counts } = found;
  const lines = troubles.map((trouble) => `trouble: ${trouble}`);
  for (const [what, found] of Object.entries(counts)) {
    const wanted = expected[what as keyof typeof counts];
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(found)])) {
      const [before, after] = [wanted[name] ?? 0, found[name] ?? 0];
      if (before !== after) lines.push(`${what}: ${after} instead of ${before} × ${name}`);
    }
  }
  return lines;
}
