import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awardApp } from '#infra/award-app';

/** A resource as the template declares it. */
export interface Resource {
  readonly Type: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties: Record<string, unknown>;
}
export type Resources = Readonly<Record<string, Resource>>;

/** What a deployment says to CDK in these tests, unless a test says otherwise. */
export const sampleContext = {
  account: '123456789012',
  stage: 'test',
  portalOrigins: 'https://award.example.gov.cn',
  issuer: 'https://id.example.gov.cn',
  audience: 'award-portal',
  smtpSecretName: 'award/smtp',
  mailFrom: 'award@example.gov.cn',
  bootstrapAdministrators: 'the-first',
};

const code = mkdtempSync(join(tmpdir(), 'award-code-'));
writeFileSync(join(code, 'index.mjs'), 'export const handler = () => undefined;');

/** Synthesizes every stack, every check included; the functions' code is a stand-in. */
export function synthesize(context: Record<string, unknown>) {
  const outdir = mkdtempSync(join(tmpdir(), 'award-synth-'));
  const { app } = awardApp({ codeDirOf: () => code, outdir, context: { ...sampleContext, ...context } });
  const assembly = app.synth();
  const stack = (kind: string) => {
    const artifact = assembly.getStackByName(`QualityAward-test-${kind}`);
    return { artifact, resources: (artifact.template as { Resources: Resources }).Resources };
  };
  const stateless = stack('Stateless');
  const api = stack('Api');
  /** What may be deleted and deployed again: everything but the stateful stack. */
  const replaceable = { ...stateless.resources, ...api.resources };
  return { stateful: stack('Stateful'), stateless, api, replaceable };
}

/** The resources of a type, by logical id. */
export const ofType = (resources: Resources, type: string): [string, Resource][] =>
  Object.entries(resources).filter(([, { Type }]) => Type === type);
