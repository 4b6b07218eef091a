import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Duration } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Meaning } from './meanings.ts';

/** What a function of the award is made of. */
export interface AwardFunctionProps {
  /** `api-review`, `step-open-defence`, `event-deliver-outbox`. */
  readonly name: string;
  readonly prefix: string;
  /** The folder of its bundle. */
  readonly codeDir: string;
  readonly timeout: Duration;
  readonly memoryMb: number;
  readonly logGroup: ILogGroup;
  readonly meanings: readonly Meaning[];
  /** What every function's environment holds. */
  readonly environment: Readonly<Record<string, string>>;
}

/*
 * The pieces carry their content's hash in their names and index.mjs names them all: it stands for them. What lies beside
 * them (a typeface, a solver) does not, and is told apart by name and size.
 */
const hashOf = (codeDir: string) => {
  const hash = createHash('sha256').update(readFileSync(join(codeDir, 'index.mjs')));
  const beside = readdirSync(codeDir, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.includes(sep) || !file.endsWith('.mjs'),
  );
  for (const file of beside.sort()) hash.update(`${file} ${statSync(join(codeDir, file)).size}\n`);
  return hash.digest('hex');
};

/** A function with a role of its own: it may do and knows what its duty needs, nothing else. */
export class AwardFunction extends Construct {
  readonly fn: LambdaFunction;
  readonly #duty = new PolicyDocument();

  constructor(scope: Construct, id: string, props: AwardFunctionProps) {
    super(scope, id);
    const { name, prefix, meanings, logGroup } = props;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `What ${name} may do`,
      inlinePolicies: { duty: this.#duty },
    });
    this.allow(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    );
    for (const { statements = [] } of meanings) this.allow(...statements);
    this.fn = new LambdaFunction(this, 'Function', {
      functionName: `${prefix}-${name}`,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: Code.fromAsset(props.codeDir, { assetHash: hashOf(props.codeDir) }),
      // Immutable: a role handed over by L2 grants would grow policies that infra/grants.ts does not show.
      role: role.withoutPolicyUpdates(),
      logGroup,
      timeout: props.timeout,
      memorySize: props.memoryMb,
      environment: {
        ...props.environment,
        ...Object.assign({}, ...meanings.map(({ environment = {} }) => environment)),
        POWERTOOLS_SERVICE_NAME: name,
        POWERTOOLS_METRICS_NAMESPACE: prefix,
      },
    });
  }

  /** An event that the function failed on three times is kept there; the rule's or schedule's own queue holds only what never reached it. */
  keepFailures(queue: IQueue): void {
    this.allow(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
    this.fn.configureAsyncInvoke({ retryAttempts: 2, onFailure: { bind: () => ({ destination: queue.queueArn }) } });
  }

  /** Adds to what the function may do. */
  allow(...statements: PolicyStatement[]): void {
    this.#duty.addStatements(...statements);
  }
}
