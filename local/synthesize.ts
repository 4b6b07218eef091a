import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { portsFrom } from './ports.ts';

/** What the assembly is made from; when none of it changed, the last one still fits. */
const sources = [
  '{domain,functions,statemachines,infra}/**/*',
  'docs/openapi.json',
  'cdk.json',
  'package-lock.json',
  'local/synthesize.ts',
];

/** The local deployment's context, for the ports counted from `port`. */
export function localContext(port: number): Record<string, unknown> {
  const ports = portsFrom(port);
  return {
    local: true,
    stage: 'local',
    account: '000000000000',
    region: 'cn-north-1',
    issuer: `http://127.0.0.1:${ports.signIn}`,
    audience: 'quality-award',
    portalOrigins: [`http://127.0.0.1:${ports.web}`],
    smtpUrl: `smtp://127.0.0.1:${ports.smtp}`,
    mailFrom: 'award@local.test',
    bootstrapAdministrators: 'admin',
  };
}

/** Thrown when the CDK app fails; it has said why by itself. */
export class SynthesisFailed extends Error {}

export interface SynthesizeOptions {
  /** The checkout. */
  readonly root: string;
  /** The data directory; the assembly is kept in it. */
  readonly dir: string;
  readonly port: number;
}

/** Writes the cloud assembly by running the CDK app, unless nothing it is made from changed since the last time. */
export async function synthesize({
  root,
  dir,
  port,
}: SynthesizeOptions): Promise<{ assembly: string; fresh: boolean }> {
  const assembly = join(dir, 'cdk.out');
  const stamp = join(dir, 'cdk.out.made-from');
  const context = JSON.stringify(localContext(port));
  const madeFrom = fingerprint(root, context);
  const upToDate = existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom && existsSync(assembly);
  if (upToDate) return { assembly, fresh: false };
  mkdirSync(dir, { recursive: true });
  rmSync(stamp, { force: true });
  rmSync(assembly, { recursive: true, force: true });
  const bundles = `${assembly}.bundles`;
  await runApp(root, {
    CDK_OUTDIR: assembly,
    BUNDLE_DIR: bundles,
    CDK_VALIDATION: 'false',
    CDK_CONTEXT_JSON: context,
  });
  rmSync(bundles, { recursive: true, force: true });
  writeFileSync(stamp, madeFrom);
  return { assembly, fresh: true };
}

function fingerprint(root: string, context: string): string {
  const hash = createHash('sha256').update(context);
  for (const file of globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()) {
    hash.update(file).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

function runApp(root: string, environment: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'infra/app.ts')], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new SynthesisFailed(`综合模板失败 Synthesis failed: node infra/app.ts ended with ${code}`)),
    );
  });
}
