import { RemovalPolicy } from 'aws-cdk-lib';
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
      return new StateMachine(within, 'Machine', {
        stateMachineName: machineNameOf(settings, name),
        definitionBody: DefinitionBody.fromChainable(machines[name](within, functionOf)),
        queryLanguage: QueryLanguage.JSONATA,
        // Without the executions' data: it holds task tokens.
        logs: {
          level: LogLevel.ERROR,
          includeExecutionData: false,
          destination: new LogGroup(within, 'Log', {
            retention: RetentionDays.ONE_YEAR,
            removalPolicy: RemovalPolicy.RETAIN,
          }),
        },
        tracingEnabled: false,
      });
    };
    this.byName = {
      'application-lifecycle': machine('application-lifecycle'),
      revocation: machine('revocation'),
      'yearly-duties': machine('yearly-duties'),
    };
  }
}
