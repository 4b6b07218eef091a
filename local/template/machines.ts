import type { MachineModel } from './model.ts';
import { bag, text } from './properties.ts';
import type { Refusals } from './refusals.ts';
import type { Resource, Resources } from './resources.ts';
import type { RoleFinder } from './roles.ts';

/** Reads the state machines, their definitions parsed and with substitutions made. */
export function readMachines(resources: Resources, roleOf: RoleFinder, refusals: Refusals): MachineModel[] {
  return resources.all
    .filter(({ type }) => type === 'AWS::StepFunctions::StateMachine')
    .map((resource) => {
      const type = text(resource.properties, 'StateMachineType') ?? 'STANDARD';
      if (type !== 'STANDARD')
        refusals.refuse(`${resource.id}: the local cloud runs STANDARD machines only, not ${type}`);
      return {
        name: resource.identity.name,
        arn: resource.identity.ref,
        logicalId: resource.logicalId,
        definition: definitionOf(resource, refusals),
        type: 'STANDARD',
        role: roleOf(resource, text(resource.properties, 'RoleArn'), 'states.amazonaws.com'),
      };
    });
}

function definitionOf(resource: Resource, refusals: Refusals): Record<string, unknown> {
  const written =
    text(resource.properties, 'DefinitionString') ?? JSON.stringify(bag(resource.properties, 'Definition') ?? {});
  const substitutions = bag(resource.properties, 'DefinitionSubstitutions') ?? {};
  const substituted = written.replaceAll(/\$\{([^}]+)\}/g, (whole, name: string) =>
    name in substitutions ? String(substitutions[name]) : whole,
  );
  try {
    return JSON.parse(substituted) as Record<string, unknown>;
  } catch {
    refusals.refuse(`${resource.id}: its definition is not JSON`);
    return {};
  }
}
