import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { rmSync } from 'node:fs';
import type { RawTemplate } from '#local/template/assembly';

/** Writes an assembly with the given templates, one stack each, as `cdk synth` lays it out. */
export function assemblyOf(
  stacks: Readonly<Record<string, RawTemplate>>,
  region = 'cn-north-1',
  assets: readonly string[] = ['code'],
): string {
  const dir = mkdtempSync(join(tmpdir(), 'assembly-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const files = Object.fromEntries(
    assets.map((key) => [key, { source: { path: key }, destinations: { here: { objectKey: `${key}.zip` } } }]),
  );
  for (const key of assets) mkdirSync(join(dir, key));
  const artifacts: Record<string, unknown> = {
    assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
  };
  for (const [name, template] of Object.entries(stacks)) {
    writeFileSync(join(dir, `${name}.json`), JSON.stringify(template));
    artifacts[name] = {
      type: 'aws:cloudformation:stack',
      environment: `aws://000000000000/${region}`,
      properties: { templateFile: `${name}.json` },
    };
  }
  writeFileSync(join(dir, 'assets.json'), JSON.stringify({ files }));
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify({ artifacts }));
  return dir;
}
