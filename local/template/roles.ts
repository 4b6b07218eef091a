import type { PolicyDocument } from '../identity/policy-document.ts';
import type { RoleModel } from './model.ts';
import { bag, list, text, type Properties } from './properties.ts';
import type { Refusals } from './refusals.ts';
import type { Resource, Resources } from './resources.ts';

/** AWS's own managed policies that the template may attach, by the end of their ARN. */
const awsPolicies: Readonly<Record<string, PolicyDocument>> = {
  'service-role/AWSLambdaBasicExecutionRole': {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], Resource: '*' },
    ],
  },
};

/** Gathers each role's documents: inline, attached policies, managed policies. Keyed by the role's ARN. */
export function readRoles(resources: Resources, refusals: Refusals): Map<string, RoleModel> {
  const attached = new Map<string, PolicyDocument[]>();
  const managed = new Map<string, PolicyDocument>();
  for (const resource of resources.all) {
    if (resource.type !== 'AWS::IAM::Policy' && resource.type !== 'AWS::IAM::ManagedPolicy') continue;
    const document = resource.properties['PolicyDocument'] as PolicyDocument;
    if (resource.type === 'AWS::IAM::ManagedPolicy') managed.set(resource.identity.ref, document);
    for (const role of list<string>(resource.properties, 'Roles')) {
      attached.set(role, [...(attached.get(role) ?? []), document]);
    }
  }
  const roles = new Map<string, RoleModel>();
  for (const role of resources.all.filter(({ type }) => type === 'AWS::IAM::Role')) {
    const { name, attributes } = role.identity;
    const arn = attributes['Arn'] ?? '';
    const inline = list(role.properties, 'Policies').map((policy) => policy['PolicyDocument'] as PolicyDocument);
    const byArn = list<string>(role.properties, 'ManagedPolicyArns').flatMap((policyArn) => {
      const found = managed.get(policyArn) ?? awsPolicies[policyArn.split(':policy/')[1] ?? ''];
      if (!found) refusals.refuse(`${role.id}: the local cloud does not know the managed policy ${policyArn}`);
      return found ? [found] : [];
    });
    const policies = [...new Set([...inline, ...(attached.get(name) ?? []), ...byArn])];
    roles.set(arn, { name, arn, policies, trusts: trusts(role) });
  }
  return roles;
}

function trusts(role: Resource): string[] {
  const statements = [bag(role.properties, 'AssumeRolePolicyDocument')?.['Statement'] ?? []].flat() as Properties[];
  return statements.flatMap((statement) => {
    const principal = bag(statement, 'Principal');
    return text(statement, 'Effect') === 'Allow' ? ([principal?.['Service'] ?? []].flat() as string[]) : [];
  });
}

/** Finds a role that `service` may assume, or refuses. */
export function createRoleFinder(roles: ReadonlyMap<string, RoleModel>, refusals: Refusals) {
  return (resource: Resource, arn: string | undefined, service: string): RoleModel => {
    const role = roles.get(arn ?? '');
    if (!role) refusals.refuse(`${resource.id}: its role ${arn ?? '(none)'} is not in the template`);
    else if (!role.trusts.includes(service)) refusals.refuse(`${resource.id}: ${service} may not assume ${role.name}`);
    return role ?? { name: '', arn: '', policies: [], trusts: [] };
  };
}
export type RoleFinder = ReturnType<typeof createRoleFinder>;
