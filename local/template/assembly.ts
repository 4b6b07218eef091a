import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateRefused } from './refusals.ts';

/** A resource as a template declares it, its properties not yet resolved. */
export interface RawResource {
  readonly Type: string;
  readonly Condition?: string;
  readonly Properties?: Record<string, unknown>;
}

/** The parts of a CloudFormation template that are read. */
export interface RawTemplate {
  readonly Resources?: Record<string, RawResource>;
  readonly Outputs?: Record<string, { Value: unknown; Condition?: string; Export?: { Name: unknown } }>;
  readonly Parameters?: Record<string, { Type: string; Default?: unknown }>;
  readonly Conditions?: Record<string, unknown>;
  readonly Mappings?: Record<string, Record<string, Record<string, unknown>>>;
}

/** One stack of a cloud assembly, with the folders of its assets by the key they are uploaded under. */
export interface AssemblyStack {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly template: RawTemplate;
  readonly assets: ReadonlyMap<string, string>;
}

interface Manifest {
  readonly artifacts: Record<
    string,
    {
      readonly type: string;
      readonly environment?: string;
      readonly properties?: { readonly templateFile?: string; readonly stackName?: string; readonly file?: string };
      readonly dependencies?: readonly string[];
    }
  >;
}

/** Reads every stack of the assembly that `cdk synth` wrote to `dir`. */
export function readAssembly(dir: string): AssemblyStack[] {
  if (!existsSync(join(dir, 'manifest.json'))) {
    throw new TemplateRefused([`there is no manifest.json in ${dir}: synthesize first`]);
  }
  const manifest = json<Manifest>(dir, 'manifest.json');
  const assets = new Map<string, string>();
  for (const artifact of Object.values(manifest.artifacts)) {
    if (artifact.type === 'cdk:asset-manifest') readAssets(dir, artifact.properties?.file ?? '', assets);
  }
  const stacks = Object.entries(manifest.artifacts).filter(([, artifact]) => artifact.type === stackType);
  return stacks.map(([id, artifact]) => {
    const [account, region] = (artifact.environment ?? '').replace('aws://', '').split('/');
    if (!account || !region || account.startsWith('unknown') || region.startsWith('unknown')) {
      throw new TemplateRefused([`stack ${id} has no fixed account and region: give it an env`]);
    }
    const template = json<RawTemplate>(dir, artifact.properties?.templateFile ?? '');
    return { name: artifact.properties?.stackName ?? id, account, region, template, assets };
  });
}

const stackType = 'aws:cloudformation:stack';

interface AssetManifest {
  readonly files?: Record<
    string,
    {
      readonly source: { readonly path?: string; readonly packaging?: string };
      readonly destinations: Record<string, { readonly objectKey: string }>;
    }
  >;
}

function readAssets(dir: string, file: string, into: Map<string, string>): void {
  for (const { source, destinations } of Object.values(json<AssetManifest>(dir, file).files ?? {})) {
    if (!source.path) continue;
    for (const { objectKey } of Object.values(destinations)) into.set(objectKey, join(dir, source.path));
  }
}

const json = <T>(dir: string, file: string): T => JSON.parse(readFileSync(join(dir, file), 'utf8')) as T;
