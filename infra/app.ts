import { awardApp } from './award-app.ts';
import { bundle, bundleDir } from './bundle.ts';

// `node infra/app.ts`, or the CDK CLI by cdk.json: bundles the functions and writes the templates.
await bundle();
awardApp({ codeDirOf: bundleDir, outdir: process.env['CDK_OUTDIR'] }).app.synth();
