import type { CallContext } from './condition.ts';
import { list } from './policy-document.ts';
import type { PolicyDocument } from './policy-document.ts';
import { compileStatement } from './statement.ts';
import type { CompiledStatement, Grant } from './statement.ts';

export type Decision = 'allowed' | 'explicitly denied' | 'not allowed';

/** A principal's identity policies, ready to be asked. */
export interface CompiledPolicies {
  decide(action: string, resource: string, context: CallContext): Decision;
  /** The grants that a call falls under, its conditions left aside. */
  grantsFor(action: string, resource: string): readonly Grant[];
  readonly grants: readonly Grant[];
}

/** IAM's order: a Deny that applies wins, then any Allow, else no. */
export function compilePolicies(policies: readonly PolicyDocument[]): CompiledPolicies {
  const statements = policies.flatMap((policy) => list(policy.Statement).map(compileStatement));
  // A program calls few different actions, but on any number of resources (object keys): remember by action only.
  const byAction = new Map<string, readonly CompiledStatement[]>();
  const about = (action: string): readonly CompiledStatement[] => {
    const remembered = byAction.get(action);
    if (remembered !== undefined) return remembered;
    const found = statements.filter((statement) => statement.coversAction(action));
    byAction.set(action, found);
    return found;
  };
  return {
    grants: statements.flatMap((statement) => statement.grants),
    decide: (action, resource, context) => {
      let allowed = false;
      for (const statement of about(action)) {
        if (allowed && statement.effect === 'Allow') continue;
        if (!statement.coversResource(resource) || !statement.condition(context)) continue;
        if (statement.effect === 'Deny') return 'explicitly denied';
        allowed = true;
      }
      return allowed ? 'allowed' : 'not allowed';
    },
    grantsFor: (action, resource) =>
      about(action).flatMap((statement) => statement.grants.filter((grant) => grant.covers(action, resource))),
  };
}
