import type { App } from 'aws-cdk-lib';
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Alarms } from './alarms.ts';
import { Consumers } from './consumers.ts';
import { Overview } from './overview.ts';
import type { CodeDirOf } from './functions.ts';
import { functionMaker } from './functions.ts';
import { AwardApi } from './http-api.ts';
import { Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';
import type { StatefulStack } from './stateful-stack.ts';
import { AwardMachines } from './state-machines.ts';

/** What runs: functions, API, state machines, consumers, schedules, alarms. May be deleted and deployed again. */
export class StatelessStack extends Stack {
  constructor(app: App, settings: Settings, stateful: StatefulStack, codeDirOf: CodeDirOf) {
    super(app, `QualityAward-${settings.stage}-Stateless`, {
      env: { account: settings.account, region: settings.region },
      description: 'Quality award: functions, API, state machines and schedules',
      analyticsReporting: false,
    });
    const make = functionMaker(this, stateful, settings, codeDirOf);
    const api = new AwardApi(this, 'Api', settings, stateful.signIn, make);
    const machines = new AwardMachines(this, 'Machines', settings, make);
    const consumers = new Consumers(this, 'Consumers', stateful, make);
    const schedules = new Schedules(this, 'Schedules', make, machines.byName['yearly-duties']);
    const watched = { api, machines, consumers, schedules };
    new Alarms(this, 'Alarms', settings, watched);
    new Overview(this, 'Overview', settings, watched);
    new CfnOutput(this, 'ApiAddress', { value: api.api.apiEndpoint });
    new CfnOutput(this, 'Issuer', { value: stateful.signIn.issuer });
    new CfnOutput(this, 'Audience', { value: stateful.signIn.audience.join(' ') });
  }
}
