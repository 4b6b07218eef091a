import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Invocation, SandboxData } from './messages.ts';

// Runs inside the worker thread: the part of Lambda's runtime that a handler can see.
type Handler = (event: unknown, context: Record<string, unknown>) => unknown;
const data = workerData as SandboxData;
const answer = (message: Answer) => parentPort?.postMessage(message);

const handler = await load();
if (handler) {
  parentPort?.on('message', (invocation: Invocation) => void run(handler, invocation));
  answer({ kind: 'ready' });
}

async function load(): Promise<Handler | undefined> {
  try {
    const module = (await import(data.file)) as Record<string, unknown>;
    const found = module[data.exportName];
    if (typeof found === 'function') return found as Handler;
    const message = `${data.exportName} is not exported by the bundle`;
    answer({ kind: 'error', errorType: 'Runtime.HandlerNotFound', message });
  } catch (error) {
    answer({ kind: 'error', errorType: 'Runtime.ImportModuleError', message: describe(error).message });
  }
  return undefined;
}

async function run(handle: Handler, { requestId, event, deadline, clockOffset }: Invocation): Promise<void> {
  process.env['AWARD_CLOCK_OFFSET_MS'] = String(clockOffset);
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: data.functionName,
    functionVersion: '$LATEST',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    invokedFunctionArn: data.functionArn,
    logGroupName: data.logGroup,
    logStreamName: 'local',
    memoryLimitInMB: String(data.memoryMb),
  };
  try {
    const result = await handle(JSON.parse(event), context);
    answer({ kind: 'result', requestId, result: JSON.stringify(result ?? null) });
  } catch (error) {
    console.error(error);
    answer({ kind: 'error', requestId, ...describe(error) });
  }
}

function describe(error: unknown): { errorType: string; message: string } {
  if (error instanceof Error) return { errorType: error.name, message: error.message };
  return { errorType: typeof error, message: String(error) };
}
