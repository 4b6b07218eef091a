import { awardApp } from './award-app.ts';
import { bundle, bundleDir } from './bundle.ts';
import { unwrittenRoutes } from './inventory.ts';

// `node infra/app.ts`, or the CDK CLI by cdk.json: bundles the functions and writes the templates.
if (unwrittenRoutes.length > 0) console.error(`left out, no handler is written: ${unwrittenRoutes.join(', ')}`);
await bundle();
const { app } = awardApp({ codeDirOf: bundleDir, outdir: process.env['CDK_OUTDIR'] });
app.synth();
