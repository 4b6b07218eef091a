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
    for (const [idea, { fn }] of api.functions)
      raise({
        name: `api-${idea}-errors`,
        metric: fn.metricErrors({ period }),
        above: 0,
        breaks: `Requests to “${idea}” crash before they can answer; whoever works there sees an error page.`,
        runbook: 'API function crashes',
      });
    raise({
      name: 'api-5xx',
      metric: api.api.metricServerError({ statistic: 'Sum', period }),
      above: 2,
      breaks: 'People using the portal see “something failed on our side”; nothing was changed by those requests.',
      runbook: 'API answers 5xx',
    });
  }
}
