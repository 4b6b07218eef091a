import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { Settings } from './settings.ts';
import { prefixOf } from './settings.ts';
import type { AwardApi } from './http-api.ts';
import type { Running } from './watched.ts';

/** One page that shows whether the award is well: people's requests, cases, deliveries. */
export class Overview extends Construct {
  constructor(scope: Construct, id: string, settings: Settings, api: AwardApi, running: Running) {
    super(scope, id);
    const { machines, consumers, schedules } = running;
    const graph = (title: string, left: IMetric[]) =>
      new GraphWidget({ title, left, width: 12, period: Duration.minutes(5) });
    const sum = { statistic: 'Sum' };
    const cases = Object.values(machines.byName);
    const streams = [consumers.outbox, consumers.messages];
    const queues = [...streams, consumers.files].map(({ undelivered }) => undelivered);
    new Dashboard(this, 'Dashboard', {
      dashboardName: prefixOf(settings),
      widgets: [
        [
          graph('Requests', [api.api.metricCount(sum), api.api.metricClientError(sum), api.api.metricServerError(sum)]),
          graph('Answer time', [
            api.api.metricLatency({ statistic: 'p50' }),
            api.api.metricLatency({ statistic: 'p99' }),
          ]),
        ],
        [
          graph(
            'Cases started',
            cases.map((machine) => machine.metricStarted()),
          ),
          graph(
            'Cases failed',
            cases.map((machine) => machine.metricFailed()),
          ),
        ],
        [
          graph(
            'Deliveries behind',
            streams.map(({ made }) => made.fn.metric('IteratorAge', { statistic: 'Maximum' })),
          ),
          graph(
            'Undelivered',
            [...queues, schedules.undelivered].map((queue) => queue.metricApproximateNumberOfMessagesVisible()),
          ),
        ],
        [
          graph(
            'Function errors',
            [...running.api.values()].map(({ fn }) => fn.metricErrors()),
          ),
        ],
      ],
    });
  }
}
