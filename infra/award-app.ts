import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import type { CodeDirOf } from './functions.ts';
import { root } from './inventory.ts';
import { acknowledgeFindings } from './acknowledged.ts';
import type { Settings } from './settings.ts';
import { readSettings } from './settings.ts';
import { StatefulStack } from './stateful-stack.ts';
import { StatelessStack } from './stateless-stack.ts';
import { ApiStack } from './api-stack.ts';

/** What an app is made with, beside its context. */
export interface AppProps {
  readonly codeDirOf: CodeDirOf;
  readonly outdir?: string | undefined;
  /** Context over that of cdk.json and the CDK CLI. */
  readonly context?: Readonly<Record<string, unknown>>;
}

const cdkJson = () =>
  (JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { context: Record<string, unknown> }).context;

/** The whole deployment, ready to synthesize. */
export function awardApp({ codeDirOf, outdir, context }: AppProps): { app: App; settings: Settings } {
  const app = new App({ outdir, context: cdkJson(), postCliContext: context, analyticsReporting: false });
  const settings = readSettings((name) => app.node.tryGetContext(name) as unknown);
  if (!settings.local) Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  const stateful = new StatefulStack(app, settings);
  const stateless = new StatelessStack(app, settings, stateful, codeDirOf);
  const api = new ApiStack(app, settings, { stateful, stateless });
  acknowledgeFindings({ stateful, stateless, api });
  return { app, settings };
}
