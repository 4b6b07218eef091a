import type { AwardClock, Millis, Principal } from '../contracts.ts';
import { machineArn } from './arns.ts';
import type { Place } from './arns.ts';
import type { Definition } from './definition.ts';
import type { Machine } from './execution.ts';
import { readDefinition } from './read-definition.ts';
import type { Store } from './store.ts';

/** What the template says of one state machine. */
export interface MachineTemplate {
  readonly name: string;
  /** Amazon States Language, parsed, with all references resolved. */
  readonly definition: unknown;
  readonly roleArn?: string;
  /** The machine's role: its policies decide which functions its tasks may invoke. */
  readonly principal: Principal;
}

/** A machine as the engine runs it. */
export interface DefinedMachine {
  readonly machine: Machine;
  readonly definition: Definition;
  readonly source: string;
  readonly fingerprint: string;
  readonly created: Millis;
}

/** The machines of the template, by name. */
export class Machines {
  readonly #byName = new Map<string, DefinedMachine>();
  readonly #parts: { store: Store; clock: AwardClock; place: Place };

  constructor(parts: { store: Store; clock: AwardClock; place: Place }) {
    this.#parts = parts;
  }

  /** Throws DefinitionRefused when the engine would not run the definition exactly as written. */
  define({ name, definition, roleArn, principal }: MachineTemplate): void {
    const { store, clock, place } = this.#parts;
    const source = JSON.stringify(definition);
    // The linter compiles its schemas for every definition: one that was kept has passed it before.
    const linted = store.hasDefinition(source);
    const read = readDefinition(name, definition, place, { linted });
    const machine: Machine = {
      name,
      arn: machineArn(place, name),
      roleArn: roleArn ?? `arn:${place.partition}:iam::${place.account}:role/${principal.name}`,
      principal,
    };
    const { fingerprint, created } = store.keepDefinition(name, source, clock.now());
    this.#byName.set(name, { machine, definition: read, source, fingerprint, created });
  }

  get(name: string): DefinedMachine | undefined {
    return this.#byName.get(name);
  }

  byArn(arn: string): DefinedMachine | undefined {
    return this.all().find(({ machine }) => machine.arn === arn);
  }

  /** By name, as ListStateMachines sorts them. */
  all(): DefinedMachine[] {
    return [...this.#byName.values()].sort((one, other) => (one.machine.name < other.machine.name ? -1 : 1));
  }
}
