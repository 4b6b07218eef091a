import type { AccessKey } from './identity/access-keys.ts';
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
export function introduce(
  model: CloudModel,
  authority: LocalAuthority,
  keyOf: (name: string) => AccessKey,
): Principals {
  const each = (kind: string, acting: readonly { name: string; role: RoleModel }[]) =>
    new Map(
      acting.map(({ name, role: { policies } }) => [
        name,
        authority.addPrincipal({ name, policies, ...keyOf(`${kind} ${name}`) }),
      ]),
    );
  return {
    functions: each('function', model.functions),
    machines: each('machine', model.machines),
    schedules: each('schedule', model.schedules),
  };
}
