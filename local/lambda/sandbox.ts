import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { FunctionError, type AwardClock } from '../contracts.ts';
import type { FunctionModel } from '../template/model.ts';
import type { LogFile } from './log-file.ts';
import type { Answer, Invocation, SandboxData } from './messages.ts';

/** One worker thread with one copy of a function; handles one invocation at a time, as Lambda's sandboxes do. */
export interface Sandbox {
  /** Rejects with a FunctionError; after a timeout or a crash `alive` is false. */
  invoke(event: string): Promise<string>;
  readonly alive: boolean;
  stop(): Promise<void>;
}

export interface SandboxOptions {
  readonly fn: FunctionModel;
  readonly environment: Readonly<Record<string, string>>;
  readonly clock: AwardClock;
  readonly log: LogFile;
}

// Lambda gives a function 10 s to load before it is cut off.
const loadingMs = 10_000;

/** Starts a sandbox; its first invocation waits until the bundle has loaded. */
export function startSandbox({ fn, environment, clock, log }: SandboxOptions): Sandbox {
  const worker = new Worker(new URL('./sandbox-thread.ts', import.meta.url), {
    workerData: describe(fn),
    env: { ...environment },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: fn.memoryMb },
  });
  let alive = true;
  let settle: ((answer: Answer) => void) | undefined;
  const waitFor = (limitMs: number, late: FunctionError) =>
    new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => {
        alive = false;
        void worker.terminate();
        reject(late);
      }, limitMs);
      settle = (answer) => {
        clearTimeout(timer);
        settle = undefined;
        resolve(answer);
      };
    });
  const died = (errorType: string, message: string) => {
    alive = false;
    settle?.({ kind: 'error', errorType, message });
  };

  worker.stdout.on('data', (chunk: Buffer) => log.write(chunk));
  worker.stderr.on('data', (chunk: Buffer) => log.write(chunk));
  worker.on('message', (answer: Answer) => settle?.(answer));
  worker.on('error', (error: Error & { code?: string }) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    died(outOfMemory ? 'Runtime.OutOfMemory' : 'Runtime.UnhandledError', error.message);
  });
  worker.on('exit', (code) => died('Runtime.ExitError', `Runtime exited with status ${code}`));
  const loaded = waitFor(loadingMs, new FunctionError('Sandbox.Timedout', 'The bundle took over 10 s to load'));
  // Whoever invokes awaits it; until then a failure to load is not an unhandled rejection of this process.
  loaded.catch(() => undefined);

  return {
    get alive() {
      return alive;
    },
    async invoke(event) {
      refuse(await loaded);
      const requestId = randomUUID();
      const started = Date.now();
      const limitMs = fn.timeoutSeconds * 1000;
      const late = new FunctionError(
        'Sandbox.Timedout',
        `Task timed out after ${fn.timeoutSeconds.toFixed(2)} seconds`,
      );
      const answered = waitFor(limitMs, late);
      const clockOffset = clock.offset();
      worker.postMessage({ requestId, event, deadline: started + limitMs, clockOffset } satisfies Invocation);
      try {
        return refuse(await answered);
      } finally {
        log.write(`REPORT RequestId: ${requestId} Duration: ${Date.now() - started} ms\n`);
      }
    },
    async stop() {
      died('Sandbox.Stopped', 'The local cloud stopped');
      await worker.terminate();
    },
  };

  function refuse(answer: Answer): string {
    if (answer.kind === 'ready') return '';
    if (answer.kind === 'result') return answer.result;
    // A bundle that did not load, or a crash, leaves nothing to invoke again.
    if (answer.requestId === undefined) {
      alive = false;
      void worker.terminate();
    }
    throw new FunctionError(answer.errorType, answer.message);
  }
}

function describe(fn: FunctionModel): SandboxData {
  const [file = 'index', exportName = 'handler'] = fn.handler.split('.');
  return {
    file: pathToFileURL(`${fn.assetDir}/${file}.mjs`).href,
    exportName,
    functionName: fn.name,
    functionArn: fn.arn,
    memoryMb: fn.memoryMb,
    logGroup: fn.logGroup,
  };
}
