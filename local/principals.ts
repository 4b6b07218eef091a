import type { LocalAuthority } from './identity/authority.ts';
import type { Principal } from './contracts.ts';
import type { CloudModel, RoleModel } from './template/model.ts';

/** Who acts in the local cloud: each function, machine and schedule with the policies of its own role, by its name. */
export interface Principals {
  readonly functions: ReadonlyMap<string, Principal>;
  readonly machines: ReadonlyMap<string, Principal>;
  readonly schedules: ReadonlyMap<string, Principal>;
}

/** Makes the principals known; throws, naming it, at a policy that could not be evaluated in full. */
export function introduce(model: CloudModel, authority: LocalAuthority): Principals {
  const each = (acting: readonly { name: string; role: RoleModel }[]) =>
    new Map(acting.map(({ name, role }) => [name, authority.addPrincipal({ name, policies: role.policies })] as const));
  return { functions: each(model.functions), machines: each(model.machines), schedules: each(model.schedules) };
}
