import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { Context } from 'aws-lambda';
import { environment as env } from '#functions/names';
import { auditTable, ballotsTable, coreTable } from '#infra/tables';
import type { TemplateTable } from '#local/dynamodb/dynamodb';
import { serve } from '#test/local/dynamodb/server';

/** The tables as they deploy. */
export function templateTables(): TemplateTable[] {
  const stack = new Stack(new App(), 'Tables');
  coreTable(stack, undefined);
  auditTable(stack, undefined);
  ballotsTable(stack, undefined);
  const found = Template.fromStack(stack).findResources('AWS::DynamoDB::Table');
  return Object.entries(found).map(([id, { Properties }]) => ({
    ...(Properties as Omit<TemplateTable, 'TableName'>),
    TableName: (['core', 'audit', 'ballots'] as const).find((name) => id.toLowerCase().startsWith(name)) ?? id,
  }));
}

type Handler = (event: never, context: Context, callback: never) => unknown;

/** The local DynamoDB with the award's tables, and the environment in which a step finds them. */
export async function aStand(options: { file?: string; patience?: number } = {}) {
  const served = await serve(options);
  for (const table of templateTables()) served.dynamodb.createTable(table);
  const endpoint = await served.client.config.endpoint?.();
  Object.assign(process.env, {
    [env.coreTable]: 'core',
    [env.auditTable]: 'audit',
    [env.ballotsTable]: 'ballots',
    [env.ballotKey]: 'a secret that only this test knows',
    [env.yearlyDutiesMachine]: 'arn:aws-cn:states:cn-north-1:000000000000:stateMachine:yearly-duties',
    AWS_REGION: 'cn-north-1',
    AWS_ACCESS_KEY_ID: 'AKIDTEST',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_ENDPOINT_URL_DYNAMODB: `http://127.0.0.1:${endpoint?.port}`,
    POWERTOOLS_METRICS_NAMESPACE: 'test',
    POWERTOOLS_METRICS_DISABLED: 'true',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
  // Deps read the environment when they are loaded.
  const { createDeps } = await import('#functions/runtime/deps');
  const context = {
    functionName: 'step',
    awsRequestId: 'request',
    getRemainingTimeInMillis: () => options.patience ?? 60_000,
  };
  return {
    deps: createDeps,
    /** The store itself, for a test that looks at what lies in it. */
    served,
    /** Sets the award's clock. */
    at: (instant: string) => {
      process.env[env.clockOffset] = String(Date.parse(instant) - Date.now());
    },
    /** Runs the step as Lambda would. */
    async run(step: string, event: unknown): Promise<unknown> {
      const { handler } = (await import(`../../../functions/steps/${step}.ts`)) as { handler: Handler };
      return handler(event as never, context as Context, undefined as never);
    },
    /** Runs a consumer or a scheduled job as Lambda would. */
    async runEvent(name: string, event: unknown): Promise<unknown> {
      const { handler } = (await import(`../../../functions/events/${name}.ts`)) as { handler: Handler };
      return handler(event as never, context as Context, undefined as never);
    },
    stop: served.stop,
  };
}
