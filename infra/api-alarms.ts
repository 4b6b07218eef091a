import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { alarmMaker, period } from './alarm.ts';
import type { AwardApi } from './http-api.ts';
import type { Settings } from './settings.ts';

/** Alarms over the requests of people, in the words of infra/alarm.ts. */
export class ApiAlarms extends Construct {
  constructor(scope: Construct, id: string, settings: Settings, api: AwardApi, topic: ITopic) {
    super(scope, id);
    const raise = alarmMaker(this, settings, topic);
    raise({
      name: 'api-5xx',
      metric: api.api.metricServerError({ statistic: 'Sum', period }),
      above: 2,
      breaks: 'People using the portal see “something failed on our side”; nothing was changed by those requests.',
      runbook: 'API answers 5xx',
    });
  }
}
