import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { awardApp } from './award-app.ts';
import { bundle, bundleDir } from './bundle.ts';

/*
 * npm run synth: the whole deployment in the regions it is meant for, with CDK's validation and cdk-nag; ends non-zero
 * at the first finding that is not acknowledged. China has no Cognito, so there the issuer is given.
 */
const ownIssuer = { issuer: 'https://login.example.gov.cn', audience: 'quality-award' };
const regions = { 'us-east-1': {}, 'cn-north-1': ownIssuer, 'cn-northwest-1': ownIssuer };

const common = {
  account: '123456789012',
  stage: 'check',
  portalOrigins: 'https://award.example.gov.cn',
  smtpSecretName: 'award-smtp',
  creditPlatformUrl: 'https://credit.example.gov.cn/revocations',
  supervisionPlatformUrl: 'https://supervision.example.gov.cn/revocations',
  platformSecretName: 'award-platforms',
  mailFrom: '质量奖评审办 <award@example.gov.cn>',
  bootstrapAdministrators: 'first-administrator',
};

await bundle();
for (const [region, identity] of Object.entries(regions)) {
  const started = performance.now();
  const outdir = mkdtempSync(join(tmpdir(), 'quality-award-synth-'));
  try {
    const { app } = awardApp({ codeDirOf: bundleDir, outdir, context: { ...common, region, ...identity } });
    const resources = app
      .synth()
      .stacks.map(({ template }) => Object.keys((template as { Resources: object }).Resources).length);
    console.log(`${region}: ${resources.join(' + ')} resources, ${Math.round(performance.now() - started)} ms`);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
