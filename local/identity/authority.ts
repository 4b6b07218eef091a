import { AwsError } from '../contracts.ts';
import type { Authority, Principal } from '../contracts.ts';
import { newAccessKeyId, newSecretAccessKey } from './access-keys.ts';
import { compilePolicies } from './evaluate.ts';
import type { CompiledPolicies, Decision } from './evaluate.ts';
import type { PolicyDocument } from './policy-document.ts';
import { createUsage } from './usage.ts';
import type { CallCount, UnusedGrant } from './usage.ts';

export interface NewPrincipal {
  /** The logical name that logs and refusals show, such as a function's name. */
  readonly name: string;
  readonly policies: readonly PolicyDocument[];
  /** Generated when absent, as is the secret. */
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
}

/** The local cloud's IAM: principals by access key, their policies as the template wrote them, and what they used. */
export interface LocalAuthority extends Authority {
  /** May do everything: for boot and for the status page. */
  readonly operator: Principal;
  /** Throws, naming principal and reason, at a policy that cannot be evaluated in full. */
  addPrincipal(principal: NewPrincipal): Principal;
  /** Notes that AWS itself needs a grant in the principal's name; that is no call of the principal's. */
  need(principal: Principal, action: string, resource: string): void;
  /** Recorded calls by principal and action, most frequent first. */
  calls(): CallCount[];
  /** Pairs of action and resource that a policy allows and no recorded call needed. The operator's are left out. */
  unusedGrants(): UnusedGrant[];
  /** Forgets what was recorded; principals stay. */
  reset(): void;
}

const everything: PolicyDocument = { Statement: { Effect: 'Allow', Action: '*', Resource: '*' } };

export interface AuthorityOptions {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

export function createAuthority(options: AuthorityOptions): LocalAuthority {
  const byKey = new Map<string, { principal: Principal; policies: CompiledPolicies }>();
  const usage = createUsage();

  function addPrincipal({ name, policies, accessKeyId, secretAccessKey }: NewPrincipal): Principal {
    const principal: Principal = {
      name,
      accessKeyId: accessKeyId ?? newAccessKeyId(),
      secretAccessKey: secretAccessKey ?? newSecretAccessKey(),
    };
    if (byKey.has(principal.accessKeyId)) throw new Error(`access key ${principal.accessKeyId} is already taken`);
    byKey.set(principal.accessKeyId, { principal, policies: compiled(name, policies) });
    return principal;
  }

  function entry(accessKeyId: string): { principal: Principal; policies: CompiledPolicies } {
    const found = byKey.get(accessKeyId);
    if (found !== undefined) return found;
    throw new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
  }

  function authorize(
    { accessKeyId, name }: Principal,
    action: string,
    resource: string,
    context: Record<string, string | string[]> = {},
  ): void {
    const decision = entry(accessKeyId).policies.decide(action, resource, context);
    if (decision === 'allowed') return;
    const user = `arn:${options.partition}:sts::${options.account}:assumed-role/${name}/${name}`;
    throw new AwsError(
      'AccessDeniedException',
      `User: ${user} is not authorized to perform: ${action} on resource: ${resource} ${because(decision, action)}`,
    );
  }

  const operator = addPrincipal({ name: 'operator', policies: [everything] });
  return {
    operator,
    addPrincipal,
    principal: (accessKeyId) => entry(accessKeyId).principal,
    authorize,
    record: ({ name, accessKeyId }, action, resource) =>
      usage.record(name, action, entry(accessKeyId).policies.grantsFor(action, resource)),
    need: ({ accessKeyId }, action, resource) => usage.need(entry(accessKeyId).policies.grantsFor(action, resource)),
    calls: usage.calls,
    unusedGrants: () =>
      [...byKey.values()]
        .filter(({ principal }) => principal !== operator)
        .flatMap(({ principal, policies }) => usage.unused(principal.name, policies.grants)),
    reset: usage.reset,
  };
}

function compiled(name: string, policies: readonly PolicyDocument[]): CompiledPolicies {
  try {
    return compilePolicies(policies);
  } catch (error) {
    throw new Error(`The policies of ${name} cannot be evaluated: ${(error as Error).message}`, { cause: error });
  }
}

function because(decision: Decision, action: string): string {
  return decision === 'explicitly denied'
    ? 'with an explicit deny in an identity-based policy'
    : `because no identity-based policy allows the ${action} action`;
}
