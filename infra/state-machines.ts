import { RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, QueryLanguage, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import type { MachineName } from '#statemachines/machines';
import { machines } from '#statemachines/machines';
import { stepFileOf } from '#statemachines/step-file';
import type { AwardFunction } from './award-function.ts';
import type { MakeFunction } from './functions.ts';
import { machineNameOf } from './meanings.ts';
import type { Settings } from './settings.ts';

// What Step Functions needs to log at all; these actions know no resources.
const logDelivery = new PolicyStatement({
  actions: [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ],
  resources: ['*'],
});

/** May invoke the machine's own steps and write its log; what CDK would grant includes every version of a step. */
const roleOf = (scope: Construct, name: string, invoked: readonly IFunction[]) =>
  new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('states.amazonaws.com'),
    description: `What ${name} may do`,
    inlinePolicies: {
      duty: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['lambda:InvokeFunction'],
            resources: invoked.map(({ functionArn }) => functionArn),
          }),
          logDelivery,
        ],
      }),
    },
  }).withoutPolicyUpdates();

/** The state machines, and one function for each of their Task states. */
export class AwardMachines extends Construct {
  readonly byName: Readonly<Record<MachineName, StateMachine>>;
  /** The functions by their state. */
  readonly functions = new Map<string, AwardFunction>();

  constructor(scope: Construct, id: string, settings: Settings, make: MakeFunction) {
    super(scope, id);
    const functionOf = (state: string) => {
      const made = this.functions.get(state) ?? make(`step-${stepFileOf(state)}`);
      this.functions.set(state, made);
      return made.fn;
    };
    const machine = (name: MachineName) => {
      const within = new Construct(this, name);
      const log = new LogGroup(within, 'Log', {
        retention: RetentionDays.ONE_YEAR,
        removalPolicy: RemovalPolicy.RETAIN,
      });
      const invoked = new Set<IFunction>();
      const states = machines[name](within, (state) => {
        const fn = functionOf(state);
        invoked.add(fn);
        return fn;
      });
      return new StateMachine(within, 'Machine', {
        role: roleOf(within, name, [...invoked]),
        stateMachineName: machineNameOf(settings, name),
        definitionBody: DefinitionBody.fromChainable(states),
        queryLanguage: QueryLanguage.JSONATA,
        // Without the executions' data: it holds task tokens.
        logs: {
          level: LogLevel.ERROR,
          includeExecutionData: false,
          destination: log,
        },
        tracingEnabled: false,
      });
    };
    this.byName = {
      'application-lifecycle': machine('application-lifecycle'),
      'platform-push': machine('platform-push'),
      records: machine('records'),
      revocation: machine('revocation'),
      'yearly-duties': machine('yearly-duties'),
    };
  }
}
