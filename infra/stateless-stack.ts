import type { App } from 'aws-cdk-lib';
import { Stack } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Alarms } from './alarms.ts';
import { Consumers } from './consumers.ts';
import type { CodeDirOf } from './functions.ts';
import { functionMaker } from './functions.ts';
import { ideas } from './inventory.ts';
import { Schedules } from './schedules.ts';
import type { Settings } from './settings.ts';
import type { StatefulStack } from './stateful-stack.ts';
import { AwardMachines } from './state-machines.ts';
import type { Running } from './watched.ts';

/** What runs: the API's functions, state machines with their steps, consumers, schedules. May be deleted and deployed again. */
export class StatelessStack extends Stack {
  readonly running: Running;
  /** Where alarms are told. */
  readonly alarmTopic: ITopic;

  constructor(app: App, settings: Settings, stateful: StatefulStack, codeDirOf: CodeDirOf) {
    super(app, `QualityAward-${settings.stage}-Stateless`, {
      env: { account: settings.account, region: settings.region },
      description: 'Quality award: functions, state machines, consumers and schedules',
      analyticsReporting: false,
    });
    const make = functionMaker(this, stateful, settings, codeDirOf, ['api', 'step', 'event']);
    const api = new Map(ideas.map((idea) => [idea, make(`api-${idea}`)]));
    const machines = new AwardMachines(this, 'Machines', settings, make);
    const consumers = new Consumers(this, 'Consumers', stateful, make);
    const schedules = new Schedules(this, 'Schedules', make, machines.byName);
    this.running = { api, machines, consumers, schedules };
    this.alarmTopic = new Alarms(this, 'Alarms', settings, this.running).topic;
  }
}
