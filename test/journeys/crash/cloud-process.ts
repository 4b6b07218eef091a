import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** At which of its AWS calls a process kills itself, counted from its start. */
export interface Death {
  readonly moment: 'before' | 'after';
  readonly call: number;
}

export interface CloudProcessOptions {
  readonly dir: string;
  readonly port: number;
  readonly assembly: string;
  /** How the next process is to end; undefined: only when it is killed from outside. */
  readonly nextDeath?: () => Death | undefined;
}

/** A local cloud that can be killed at any moment and then comes back on the same data and ports by itself. */
export interface CloudProcess {
  /** Resolves when it answers; rejects when it ended otherwise than by SIGKILL. */
  up(): Promise<void>;
  kill(): void;
  /** How many times it was killed. */
  readonly kills: number;
  /** Kills it for good. */
  end(): Promise<void>;
}

const script = fileURLToPath(new URL('./serve.ts', import.meta.url));

/** Starts the first process. */
export function startCloudProcess({ dir, port, assembly, nextDeath }: CloudProcessOptions): CloudProcess {
  let child: ChildProcess;
  let running: Promise<void>;
  let kills = 0;
  let ended = false;

  function start(): void {
    const death = nextDeath?.();
    const how = death ? [death.moment, String(death.call)] : [];
    const one = spawn(process.execPath, [script, dir, String(port), assembly, ...how], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    child = one;
    const exited = once(one, 'exit').then(async ([code, signal]) => {
      if (ended) return;
      if (signal !== 'SIGKILL') throw new Error(`the cloud ended with ${String(code ?? signal)}`);
      kills += 1;
      start();
      await running;
    });
    running = Promise.race([once(one.stdout!, 'data').then(() => undefined), exited]);
    // The process may end long after somebody waited for it to be up: what it ended by is told to the next who asks.
    exited.catch(() => (running = exited));
    running.catch(() => undefined);
  }

  start();
  return {
    up: () => running,
    kill: () => void child.kill('SIGKILL'),
    get kills() {
      return kills;
    },
    async end() {
      ended = true;
      const gone = child.exitCode !== null || child.signalCode !== null ? undefined : once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
