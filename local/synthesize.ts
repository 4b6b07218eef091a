import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { copyForPort } from './copy-for-port.ts';
import { platformSecretName } from './secrets.ts';
import { portsFrom, usualPort } from './ports.ts';

/** What the assembly is made from; when none of it changed, the last one still fits. */
const sources = [
  '{domain,functions,statemachines,infra}/**/*',
  'docs/openapi.json',
  'cdk.json',
  'package-lock.json',
  'local/{synthesize,ports,secrets}.ts',
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
    creditPlatformUrl: `http://127.0.0.1:${ports.web}/local/platforms/credit`,
    supervisionPlatformUrl: `http://127.0.0.1:${ports.web}/local/platforms/supervision`,
    platformSecretName,
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
  /** The data directory; its own copy of the assembly is kept in it. */
  readonly dir: string;
  readonly port: number;
}

/**
 * Gives the data directory a cloud assembly for its ports, unless nothing that it is made from changed since the last
 * time. The CDK app runs once for a state of the checkout: every further cloud, on whatever ports, gets a copy.
 */
export async function synthesize({
  root,
  dir,
  port,
}: SynthesizeOptions): Promise<{ assembly: string; fresh: boolean }> {
  const assembly = join(dir, 'cdk.out');
  const stamp = join(dir, 'cdk.out.made-from');
  const state = fingerprint(root);
  const madeFrom = `${state} ${port}`;
  const upToDate = existsSync(stamp) && readFileSync(stamp, 'utf8') === madeFrom && existsSync(assembly);
  if (upToDate) return { assembly, fresh: false };
  const common = await assemblyOf(root, state);
  mkdirSync(dir, { recursive: true });
  rmSync(stamp, { force: true });
  rmSync(assembly, { recursive: true, force: true });
  copyForPort(common, assembly, port);
  writeFileSync(stamp, madeFrom);
  return { assembly, fresh: true };
}

/** The assembly of this state of the checkout, for the usual ports. Two that make it at once both make it, and one stays. */
async function assemblyOf(root: string, state: string): Promise<string> {
  const all = join(root, '.local', 'assemblies');
  const made = join(all, state.slice(0, 32));
  if (existsSync(made)) return made;
  mkdirSync(all, { recursive: true });
  const inTheMaking = mkdtempSync(join(all, 'making-'));
  try {
    await runApp(root, {
      CDK_OUTDIR: inTheMaking,
      BUNDLE_DIR: `${inTheMaking}.bundles`,
      CDK_VALIDATION: 'false',
      CDK_CONTEXT_JSON: JSON.stringify(localContext(usualPort)),
    });
    if (!existsSync(made)) renameSync(inTheMaking, made);
  } finally {
    rmSync(`${inTheMaking}.bundles`, { recursive: true, force: true });
    rmSync(inTheMaking, { recursive: true, force: true });
  }
  removeOlder(all, made);
  return made;
}

/** Earlier states of the checkout; whoever runs one has a copy. What another process is making stays. */
function removeOlder(all: string, newest: string): void {
  for (const name of readdirSync(all))
    if (!name.startsWith('making-') && join(all, name) !== newest)
      rmSync(join(all, name), { recursive: true, force: true });
}

function fingerprint(root: string): string {
  const hash = createHash('sha256').update(JSON.stringify(localContext(usualPort)));
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
