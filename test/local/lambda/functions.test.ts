import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createFunctions, type Functions } from '#local/lambda/functions';
import type { FunctionModel } from '#local/template/model';

const dir = mkdtempSync(join(tmpdir(), 'functions-'));
let offset = 0;
let running: Functions;
afterEach(() => running.stop());
afterAll(() => rmSync(dir, { recursive: true }));

/** A running function with the given body. */
function functionOf(body: string, more: Partial<FunctionModel> = {}) {
  const name = `f${Math.random().toString(36).slice(2)}`;
  const assetDir = join(dir, name);
  mkdirSync(assetDir);
  writeFileSync(
    join(assetDir, 'index.mjs'),
    body.includes('export') ? body : `export const handler = async (event, context) => { ${body} };`,
  );
  const fn: FunctionModel = {
    name,
    arn: `arn:aws-cn:lambda:cn-north-1:000000000000:function:${name}`,
    logicalId: name,
    assetDir,
    handler: 'index.handler',
    environment: { GREETING: 'hello' },
    timeoutSeconds: 5,
    memoryMb: 128,
    logGroup: `/aws/lambda/${name}`,
    role: { name: '', arn: '', policies: [], trusts: [] },
    invokers: [],
    async: { retries: 0 },
    ...more,
  };
  running = createFunctions({
    functions: [fn],
    region: 'cn-north-1',
    clock: { now: () => Date.now() + offset, offset: () => offset },
    endpoints: { json: 'http://127.0.0.1:1', s3: 'http://127.0.0.1:2' },
    logDir: join(dir, 'logs'),
    principalOf: () => ({ accessKeyId: 'KEY', secretAccessKey: 'SECRET', name }),
  });
  return { name, arn: fn.arn, invoke: (payload?: unknown) => running.invoke(name, payload) };
}

describe('a function', () => {
  it('gets the event as JSON would carry it and answers likewise', async () => {
    const { invoke } = functionOf('return { event, at: new Date(0), none: undefined };');
    expect(await invoke({ a: [1], gone: undefined })).toEqual({ event: { a: [1] }, at: '1970-01-01T00:00:00.000Z' });
  });
  it('answers null when it returns nothing', async () => {
    expect(await functionOf('').invoke()).toBeNull();
  });
  it('is known by name, ARN and alias', async () => {
    const { arn } = functionOf('return 1;');
    expect(await Promise.all([running.invoke(arn, {}), running.invoke(`${arn}:live`, {})])).toEqual([1, 1]);
    await expect(running.invoke('other', {})).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
  it('sees its own environment and nothing of this machine’s but the PATH', async () => {
    process.env['OF_THIS_MACHINE'] = 'secret';
    const seen = (await functionOf('return process.env;').invoke()) as Record<string, string>;
    expect(seen).toMatchObject({
      GREETING: 'hello',
      TZ: 'UTC',
      AWS_ACCESS_KEY_ID: 'KEY',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:2',
    });
    const own = /^(PATH|TZ|LANG|GREETING|AWARD_CLOCK_OFFSET_MS|LAMBDA_TASK_ROOT|_HANDLER|AWS_\w+)$/;
    expect(Object.keys(seen).filter((name) => !own.test(name))).toEqual([]);
  });
  it('reads the award clock’s offset anew at each invocation', async () => {
    const { invoke } = functionOf('return process.env.AWARD_CLOCK_OFFSET_MS;');
    expect(await invoke()).toBe('0');
    offset = 86_400_000;
    expect(await invoke()).toBe('86400000');
    offset = 0;
  });
  it('gets Lambda’s context', async () => {
    const { invoke, name, arn } = functionOf('return { ...context, left: context.getRemainingTimeInMillis() };', {
      timeoutSeconds: 3,
    });
    const context = (await invoke()) as Record<string, unknown>;
    expect(context).toMatchObject({ functionName: name, invokedFunctionArn: arn, memoryLimitInMB: '128' });
    expect(context['awsRequestId']).toMatch(/^[0-9a-f-]{36}$/);
    expect(context['left']).toBeGreaterThan(1000);
    expect(context['left']).toBeLessThanOrEqual(3000);
  });
  it('keeps what it loaded from one invocation to the next', async () => {
    const { invoke } = functionOf('globalThis.n = (globalThis.n ?? 0) + 1; return globalThis.n;');
    expect([await invoke(), await invoke()]).toEqual([1, 2]);
  });
  it('handles one event at a time; more sandboxes start, four at most', async () => {
    const { invoke, name } = functionOf(
      'globalThis.at = (globalThis.at ?? 0) + 1; const mine = globalThis.at; await new Promise(r => setTimeout(r, 80)); const alone = globalThis.at === mine; return alone;',
    );
    expect(await Promise.all(Array.from({ length: 9 }, () => invoke()))).toEqual(Array(9).fill(true));
    expect(running.figures()[name]).toMatchObject({ coldStarts: 4, invocations: 9, inFlight: 0 });
    expect(running.busy.isBusy()).toBe(false);
  });
  it('writes its log to a file of its own', async () => {
    const { invoke, name } = functionOf('console.log("said", event.word);');
    await invoke({ word: 'it' });
    await expect.poll(() => readFileSync(join(dir, 'logs', `${name}.log`), 'utf8')).toContain('said it');
  });
});

describe('a failure of a function', () => {
  it('carries the type and the message of what was thrown', async () => {
    await expect(functionOf('throw new RangeError("too far")').invoke()).rejects.toMatchObject({
      errorType: 'RangeError',
      message: 'too far',
    });
  });
  it('by taking too long ends the sandbox; the next invocation has a new one', async () => {
    const { invoke } = functionOf('if (event.hang) while (true); return "back";', { timeoutSeconds: 0.2 });
    await expect(invoke({ hang: true })).rejects.toMatchObject({ errorType: 'Sandbox.Timedout' });
    expect(await invoke({})).toBe('back');
  });
  it('by leaving the process is reported, and does not end this one', async () => {
    const { invoke } = functionOf('if (event.leave) process.exit(3); return "back";');
    await expect(invoke({ leave: true })).rejects.toMatchObject({ errorType: 'Runtime.ExitError' });
    expect(await invoke({})).toBe('back');
  });
  it('by memory is reported', async () => {
    const { invoke } = functionOf('const a = []; while (true) a.push(new Array(1e5).fill({}));', { memoryMb: 16 });
    await expect(invoke({})).rejects.toMatchObject({ errorType: 'Runtime.OutOfMemory' });
  });
  it('to load is reported at each invocation', async () => {
    const { invoke } = functionOf('export const handler = absent;');
    await expect(invoke({})).rejects.toMatchObject({ errorType: 'Runtime.ImportModuleError' });
    await expect(invoke({})).rejects.toMatchObject({ errorType: 'Runtime.ImportModuleError' });
  });
  it('by answering more than 6 MB is reported', async () => {
    await expect(functionOf('return "x".repeat(7e6)').invoke()).rejects.toMatchObject({
      errorType: 'Function.ResponseSizeTooLarge',
    });
  });
  it('does not begin when the event is above 6 MB', async () => {
    await expect(functionOf('return 1').invoke('x'.repeat(7e6))).rejects.toMatchObject({
      name: 'RequestTooLargeException',
    });
  });
});
