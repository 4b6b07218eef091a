import type { App } from 'aws-cdk-lib';
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { ApiAlarms } from './api-alarms.ts';
import { AwardApi } from './http-api.ts';
import { Overview } from './overview.ts';
import type { Settings } from './settings.ts';
import type { StatefulStack } from './stateful-stack.ts';
import type { StatelessStack } from './stateless-stack.ts';

/** What people reach: the HTTP API with its routes, and the page that shows how everything is. */
export class ApiStack extends Stack {
  constructor(
    app: App,
    settings: Settings,
    { stateful, stateless }: { stateful: StatefulStack; stateless: StatelessStack },
  ) {
    super(app, `QualityAward-${settings.stage}-Api`, {
      env: { account: settings.account, region: settings.region },
      description: 'Quality award: the HTTP API',
      analyticsReporting: false,
    });
    const api = new AwardApi(this, 'Api', settings, stateful.signIn, stateless.running.api);
    new ApiAlarms(this, 'Alarms', settings, api, stateless.alarmTopic);
    new Overview(this, 'Overview', settings, api, stateless.running);
    new CfnOutput(this, 'ApiAddress', { value: api.api.apiEndpoint });
    new CfnOutput(this, 'Issuer', { value: stateful.signIn.issuer });
    new CfnOutput(this, 'Audience', { value: stateful.signIn.audience.join(' ') });
  }
}
