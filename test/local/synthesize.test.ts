import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SynthesisFailed, synthesize } from '#local/synthesize';

/** An app that writes down what it was run with, and how often. */
const app = `
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
mkdirSync(process.env.CDK_OUTDIR, { recursive: true });
writeFileSync(process.env.CDK_OUTDIR + '/context.json', process.env.CDK_CONTEXT_JSON);
appendFileSync('runs', 'x');
`;

describe('synthesis', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'checkout-'));
    mkdirSync(join(root, 'infra'));
    mkdirSync(join(root, 'domain'));
    writeFileSync(join(root, 'infra/app.ts'), app);
    writeFileSync(join(root, 'domain/rule.ts'), '1');
  });
  afterEach(() => rmSync(root, { recursive: true }));
  const run = (port = 8600) => synthesize({ root, dir: join(root, '.local'), port });
  const runs = () => readFileSync(join(root, 'runs'), 'utf8').length;

  it('tells the app the addresses of the local cloud', async () => {
    const { assembly } = await run(8700);
    expect(JSON.parse(readFileSync(join(assembly, 'context.json'), 'utf8'))).toMatchObject({
      local: true,
      issuer: 'http://127.0.0.1:8703',
      portalOrigins: ['http://127.0.0.1:8700'],
      smtpUrl: 'smtp://127.0.0.1:8704',
    });
  });
  it('is left out when nothing changed', async () => {
    expect(await run()).toMatchObject({ fresh: true });
    expect(await run()).toMatchObject({ fresh: false });
    expect(runs()).toBe(1);
  });
  it('is done again for a changed source and a new one', async () => {
    await run();
    writeFileSync(join(root, 'domain/rule.ts'), '2');
    await run();
    writeFileSync(join(root, 'domain/new.ts'), '');
    await run();
    expect(runs()).toBe(3);
  });
  it('is done once for clouds on several ports, each of which is told its own', async () => {
    const synthesized = async (port: number) => {
      const { assembly } = await synthesize({ root, dir: join(root, String(port)), port });
      return JSON.parse(readFileSync(join(assembly, 'context.json'), 'utf8')) as { issuer: string };
    };
    expect((await synthesized(8700)).issuer).toBe('http://127.0.0.1:8703');
    expect((await synthesized(20_610)).issuer).toBe('http://127.0.0.1:20613');
    expect((await synthesized(8600)).issuer).toBe('http://127.0.0.1:8603');
    expect(runs()).toBe(1);
  });
  it('is done again after it failed', async () => {
    writeFileSync(join(root, 'infra/app.ts'), 'process.exit(3)');
    await expect(run()).rejects.toThrow(SynthesisFailed);
    await expect(run()).rejects.toThrow('ended with 3');
  });
});
