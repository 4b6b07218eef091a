import { FunctionError } from '../contracts.ts';
import type { Sandbox } from './sandbox.ts';
import type { WarmPlaces } from './warm-places.ts';

/** Lambda starts a sandbox for each concurrent invocation; one machine starts four and lets the rest queue. */
const mostSandboxes = 4;

/** What became of a function's invocations since the start, for the status page. */
export interface FunctionFigures {
  invocations: number;
  errors: number;
  coldStarts: number;
  inFlight: number;
  lastMs: number;
}

/** The sandboxes of one function. */
export interface Pool {
  invoke(event: string): Promise<string>;
  readonly figures: Readonly<FunctionFigures>;
  stop(): Promise<void>;
}

/** A pool that starts its first sandbox with the first invocation. */
export function createPool(start: () => Sandbox, warm: WarmPlaces): Pool {
  /** The idle ones, and how to take each up again. */
  const idle = new Map<Sandbox, () => void>();
  const all = new Set<Sandbox>();
  const waiting: ((sandbox: Sandbox) => void)[] = [];
  const figures: FunctionFigures = { invocations: 0, errors: 0, coldStarts: 0, inFlight: 0, lastMs: 0 };
  let stopped = false;

  const fresh = () => {
    const sandbox = start();
    all.add(sandbox);
    figures.coldStarts += 1;
    return sandbox;
  };
  const take = (): Sandbox | Promise<Sandbox> => {
    for (const [sandbox, takeUp] of idle) {
      takeUp();
      idle.delete(sandbox);
      if (sandbox.alive) return sandbox;
      all.delete(sandbox);
    }
    if (all.size < mostSandboxes) return fresh();
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (sandbox: Sandbox) => {
    if (!sandbox.alive) all.delete(sandbox);
    const next = waiting.shift();
    if (next) next(sandbox.alive ? sandbox : fresh());
    else if (sandbox.alive && !stopped) rest(sandbox);
  };
  const rest = (sandbox: Sandbox) => {
    const retire = () => {
      idle.delete(sandbox);
      all.delete(sandbox);
      void sandbox.stop();
    };
    idle.set(sandbox, warm.rest(retire));
  };

  return {
    figures,
    async invoke(event) {
      if (stopped) throw new FunctionError('Sandbox.Stopped', 'The local cloud stopped');
      figures.invocations += 1;
      figures.inFlight += 1;
      const started = Date.now();
      const sandbox = await take();
      try {
        return await sandbox.invoke(event);
      } catch (error) {
        figures.errors += 1;
        throw error;
      } finally {
        figures.inFlight -= 1;
        figures.lastMs = Date.now() - started;
        giveBack(sandbox);
      }
    },
    async stop() {
      stopped = true;
      for (const takeUp of idle.values()) takeUp();
      await Promise.all([...all].map((sandbox) => sandbox.stop()));
    },
  };
}
