import type { AssemblyStack, RawResource } from './assembly.ts';
import { identify, nameProperty, type Identity } from './identities.ts';
import { createResolver, Unresolvable } from './intrinsics.ts';
import type { Place } from './partition.ts';
import type { Refusals } from './refusals.ts';
import { ignoredTypes, knownTypes } from './resource-types.ts';

/** A resource with every value resolved. */
export interface Resource {
  readonly id: string;
  readonly type: string;
  readonly logicalId: string;
  readonly identity: Identity;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** The resources of all stacks, and those left out with their reason. */
export interface Resources {
  readonly all: readonly Resource[];
  readonly ignored: readonly { readonly id: string; readonly type: string; readonly reason: string }[];
}

export interface ResolveOptions {
  readonly place: Place;
  /** The address of the local HTTP API. */
  readonly origin: string;
  readonly references: Readonly<Record<string, string>>;
}

/** Resolves the stacks against each other; types, properties and values it does not know are refused by name. */
export function resolveStacks(
  stacks: readonly AssemblyStack[],
  options: ResolveOptions,
  refusals: Refusals,
): Resources {
  const exported = new Map<string, () => unknown>();
  const open = stacks.map((stack) => openStack(stack, options, exported));
  const all: Resource[] = [];
  const ignored: { id: string; type: string; reason: string }[] = [];
  for (const stack of open) {
    const servants = customResourceFunctions(stack.resources);
    for (const [logicalId, raw] of Object.entries(stack.resources)) {
      const id = `${stack.name}/${logicalId}`;
      const reason =
        ignoredTypes[raw.Type] ??
        (servants.has(logicalId) ? 'serves only a custom resource of the deployment' : undefined);
      if (reason !== undefined) {
        ignored.push({ id, type: raw.Type, reason });
        continue;
      }
      const refused = refuseUnknown(id, raw);
      refused.forEach(refusals.refuse);
      if (refused.length > 0) continue;
      try {
        if (raw.Condition !== undefined && !stack.resolver.condition(raw.Condition)) continue;
        const properties = (stack.resolver.resolve(raw.Properties ?? {}) ?? {}) as Record<string, unknown>;
        all.push({ id, type: raw.Type, logicalId, identity: stack.identity(logicalId), properties });
      } catch (error) {
        if (!(error instanceof Unresolvable)) throw error;
        refusals.refuse(`${id} (${raw.Type}): ${error.message}`);
      }
    }
  }
  return { all, ignored };
}

function openStack(stack: AssemblyStack, options: ResolveOptions, exported: Map<string, () => unknown>) {
  const resources = stack.template.Resources ?? {};
  const identities = new Map<string, Identity>();
  const identity = (logicalId: string): Identity => {
    const made = identities.get(logicalId);
    if (made) return made;
    const raw = resources[logicalId];
    if (!raw) throw new Unresolvable(`there is no resource ${logicalId} in ${stack.name}`);
    const own = raw.Properties?.[nameProperty[raw.Type] ?? ''];
    const given = own === undefined ? undefined : resolver.resolve(own);
    const naming = { stack: stack.name, logicalId, place: options.place, origin: options.origin };
    const fresh = identify(raw.Type, given === undefined ? naming : { ...naming, given: String(given) });
    identities.set(logicalId, fresh);
    return fresh;
  };
  /** A version or an alias is known by its function. */
  const qualified = (raw: RawResource): string | undefined => {
    if (raw.Type !== 'AWS::Lambda::Version' && raw.Type !== 'AWS::Lambda::Alias') return undefined;
    const target = String(resolver.resolve(raw.Properties?.['FunctionName']));
    const arn = target.startsWith('arn:') ? target : lambdaArn(options.place, target);
    return `${arn}:${raw.Type === 'AWS::Lambda::Alias' ? String(resolver.resolve(raw.Properties?.['Name'])) : '1'}`;
  };
  const resolver = createResolver({
    stack: stack.name,
    place: options.place,
    template: stack.template,
    references: options.references,
    ref: (logicalId) => {
      const raw = resources[logicalId];
      return (raw && qualified(raw)) ?? identity(logicalId).ref;
    },
    attribute(logicalId, name) {
      const raw = resources[logicalId];
      const arn = raw && qualified(raw);
      if (raw && arn) return name === 'Version' ? '1' : arn;
      const found = identity(logicalId).attributes[name];
      if (found === undefined) throw new Unresolvable(`Fn::GetAtt ${logicalId}.${name} of ${raw?.Type} is not known`);
      return found;
    },
    imported(name) {
      const found = exported.get(name);
      if (!found) throw new Unresolvable(`no stack exports ${name}`);
      return found();
    },
  });
  for (const output of Object.values(stack.template.Outputs ?? {})) {
    if (output.Export) exported.set(String(resolver.resolve(output.Export.Name)), () => resolver.resolve(output.Value));
  }
  return { name: stack.name, resources, identity, resolver };
}

const lambdaArn = (place: Place, name: string) =>
  `arn:${place.partition}:lambda:${place.region}:${place.account}:function:${name}`;

/** Functions that CDK adds to serve custom resources, with their roles. */
function customResourceFunctions(resources: Readonly<Record<string, RawResource>>): Set<string> {
  const servants = new Set<string>();
  for (const raw of Object.values(resources)) {
    const token = raw.Properties?.['ServiceToken'] as { 'Fn::GetAtt'?: [string, string] } | undefined;
    const servant = token?.['Fn::GetAtt']?.[0];
    if (servant === undefined) continue;
    servants.add(servant);
    const role = resources[servant]?.Properties?.['Role'] as { 'Fn::GetAtt'?: [string, string] } | undefined;
    const roleId = role?.['Fn::GetAtt']?.[0];
    if (roleId === undefined) continue;
    servants.add(roleId);
    for (const [id, other] of Object.entries(resources)) {
      const roles = (other.Properties?.['Roles'] ?? []) as { Ref?: string }[];
      if (other.Type === 'AWS::IAM::Policy' && roles.some((one) => one.Ref === roleId)) servants.add(id);
    }
  }
  return servants;
}

function refuseUnknown(id: string, raw: RawResource): string[] {
  const known = knownTypes[raw.Type];
  if (!known) return [`${id}: the local cloud has no ${raw.Type}`];
  return Object.keys(raw.Properties ?? {})
    .filter((name) => !known.reads.includes(name) && !known.passesOver.includes(name))
    .map((name) => `${id}: the local cloud does not know property ${name} of ${raw.Type}`);
}
