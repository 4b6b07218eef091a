import { AwsError } from '../../contracts.ts';
import type { AwardClock, Authority, JsonService, Principal } from '../../contracts.ts';
import type { Engine } from '../engine.ts';
import type { Executions } from '../executions.ts';
import type { Machines } from '../machines.ts';
import type { Store } from '../store.ts';
import { executionOperations } from './executions.ts';
import { machineOperations } from './machines.ts';
import type { Input } from './parameters.ts';
import { taskOperations } from './tasks.ts';

/** What the operations work on. */
export interface Parts {
  readonly store: Store;
  readonly engine: Engine;
  readonly machines: Machines;
  readonly executions: Executions;
  readonly clock: AwardClock;
}

/** One call of one principal. `allow` throws unless its policies grant the operation on the resource. */
export interface Call {
  readonly input: Input;
  allow(resource: string): void;
}

export type Operation = (parts: Parts, call: Call) => Record<string, unknown>;

const operations: Readonly<Record<string, Operation>> = {
  ...executionOperations,
  ...machineOperations,
  ...taskOperations,
};

/** Step Functions' wire API: exactly the operations that handlers and operators call. */
export function wireService(parts: Parts, authority: Authority): JsonService {
  return {
    targetPrefix: 'AWSStepFunctions',
    async call(name: string, input: Record<string, unknown>, principal: Principal) {
      const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
      if (operation === undefined) {
        throw new AwsError('UnknownOperationException', `The local Step Functions does not answer ${name}`);
      }
      const action = `states:${name}`;
      return operation(parts, {
        input,
        allow(resource) {
          authority.authorize(principal, action, resource);
          authority.record(principal, action, resource);
        },
      });
    },
  };
}
