import type { Grant } from './statement.ts';

export interface CallCount {
  readonly principal: string;
  readonly action: string;
  readonly count: number;
}

export interface UnusedGrant {
  readonly principal: string;
  readonly action: string;
  readonly resource: string;
}

/** What was called, how often, and which grants that needed. */
export function createUsage() {
  const counts = new Map<string, Map<string, number>>();
  const used = new Set<Grant>();

  return {
    record(principal: string, action: string, grants: readonly Grant[]): void {
      const ofPrincipal = counts.get(principal) ?? new Map<string, number>();
      ofPrincipal.set(action, (ofPrincipal.get(action) ?? 0) + 1);
      counts.set(principal, ofPrincipal);
      for (const grant of grants) used.add(grant);
    },
    /** As used by somebody, without a call of the principal's own. */
    need(grants: readonly Grant[]): void {
      for (const grant of grants) used.add(grant);
    },
    calls(): CallCount[] {
      return [...counts]
        .flatMap(([principal, actions]) => [...actions].map(([action, count]) => ({ principal, action, count })))
        .sort((a, b) => b.count - a.count || a.principal.localeCompare(b.principal));
    },
    unused(principal: string, grants: readonly Grant[]): UnusedGrant[] {
      return grants
        .filter((grant) => !used.has(grant))
        .map(({ action, resource }) => ({ principal, action, resource }));
    },
    reset(): void {
      counts.clear();
      used.clear();
    },
  };
}
