import { AwsError } from '#local/contracts';
import type { AwardClock, Authority, Millis, Principal } from '#local/contracts';
import { createStates } from '#local/states/states';
import type { ExecutionDetails, HistoryEvent, States } from '#local/states/states';

export const invoke = 'arn:aws-cn:states:::lambda:invoke';
export const invokeAndWait = `${invoke}.waitForTaskToken`;
export const machineArn = 'arn:aws-cn:states:cn-north-1:000000000000:stateMachine:main';

export const role: Principal = { accessKeyId: 'AKROLE', secretAccessKey: 's', name: 'main-role' };
export const operator: Principal = { accessKeyId: 'AKOPERATOR', secretAccessKey: 's', name: 'operator' };

type Handler = (payload: never) => unknown;
type WithHistory = ExecutionDetails & { readonly history: readonly HistoryEvent[] };

/** An authority that allows all but the actions denied, and notes what was asked of it. */
export function anAuthority(denied: readonly string[] = []): Authority & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    principal: () => operator,
    authorize(principal, action, resource) {
      if (!denied.includes(action)) return;
      const what = `${principal.name} is not authorized to perform: ${action} on resource: ${resource}`;
      throw new AwsError('AccessDeniedException', `User: ${what}`);
    },
    record: (principal, action, resource) => void asked.push(`${principal.name} ${action} ${resource}`),
  };
}

/** The engine with a clock that the test moves and functions that the test writes. */
export class Rig {
  readonly states: States;
  readonly calls: { name: string; payload: unknown; at: Millis }[] = [];
  readonly authority: Authority & { readonly asked: string[] };
  now: Millis;

  constructor({
    definition,
    functions = {},
    file = ':memory:',
    now = Date.parse('2027-01-01T00:00:00Z'),
    authority = anAuthority(),
    random = () => 0.5,
  }: {
    definition?: unknown;
    functions?: Record<string, Handler>;
    file?: string;
    now?: Millis;
    authority?: Authority & { readonly asked: string[] };
    random?: () => number;
  }) {
    this.now = now;
    this.authority = authority;
    const clock: AwardClock = { now: () => this.now, offset: () => 0 };
    this.states = createStates({
      ...{ file, clock, authority, random },
      ...{ region: 'cn-north-1', partition: 'aws-cn', account: '000000000000' },
      invoke: async (name, payload) => {
        this.calls.push({ name, payload, at: this.now });
        const handler = functions[name];
        if (handler === undefined) throw new Error(`No function ${name}`);
        return handler(payload as never);
      },
    });
    if (definition !== undefined) this.states.defineMachine({ name: 'main', definition, principal: role });
    this.states.start();
  }

  /** Waits until nothing is in flight. */
  async settle(): Promise<void> {
    do await new Promise((resolve) => setImmediate(resolve));
    while (this.states.busy.isBusy());
  }

  /** Moves the clock, stopping at everything that falls due on the way. */
  async advance(seconds: number): Promise<void> {
    const target = this.now + 1_000 * seconds;
    await this.settle();
    for (
      let due = this.states.timers.nextDue();
      due !== undefined && due <= target;
      due = this.states.timers.nextDue()
    ) {
      this.now = Math.max(this.now, due);
      await this.states.timers.runDue(this.now);
      await this.settle();
    }
    this.now = target;
  }

  call(operation: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
    return this.states.service.call(operation, input, operator);
  }

  async start(input: unknown = {}, name?: string): Promise<string> {
    const answer = await this.call('StartExecution', {
      stateMachineArn: machineArn,
      input: JSON.stringify(input),
      name,
    });
    await this.settle();
    return String(answer.executionArn);
  }

  details(arn: string): WithHistory {
    const details = this.states.describe(arn);
    if (details === undefined) throw new Error(`No execution ${arn}`);
    return { ...details, history: this.states.history(arn, { after: 0, limit: Number.MAX_SAFE_INTEGER }) };
  }

  /** Starts one and answers how it stands once nothing is in flight. */
  async run(input: unknown = {}): Promise<WithHistory> {
    return this.details(await this.start(input));
  }

  eventTypes(arn: string): string[] {
    return this.details(arn).history.map(({ type }) => type);
  }
}

/** A machine of one scope, in JSONata. */
export function machine(states: Record<string, unknown>, more: Record<string, unknown> = {}): Record<string, unknown> {
  return { QueryLanguage: 'JSONata', StartAt: Object.keys(states)[0], States: states, ...more };
}
