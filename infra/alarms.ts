import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { RunbookHeading } from './runbook.ts';
import { anchorOf } from './runbook.ts';
import type { Settings } from './settings.ts';
import { prefixOf } from './settings.ts';
import type { Watched } from './watched.ts';

/** An alarm in words: what it watches, what breaks for whom, and where it says what to do. */
interface Explained {
  readonly name: string;
  readonly metric: IMetric;
  readonly above: number;
  readonly breaks: string;
  readonly runbook: RunbookHeading;
}

const period = Duration.minutes(5);

/** Alarms that explain themselves: each says what breaks for whom and names its heading in the runbook. */
export class Alarms extends Construct {
  readonly #prefix: string;
  readonly #topic: Topic;

  constructor(scope: Construct, id: string, settings: Settings, { api, machines, consumers, schedules }: Watched) {
    super(scope, id);
    this.#prefix = prefixOf(settings);
    this.#topic = new Topic(this, 'Topic', { displayName: 'Quality award: alarms', enforceSSL: true });
    if (settings.alarmMail) this.#topic.addSubscription(new EmailSubscription(settings.alarmMail));

    this.#queue('outbox', consumers.outbox.undelivered, {
      breaks:
        'A decision was saved but what follows from it was not done: a case does not go on, a list is not applied, or a winner is not enrolled.',
      runbook: 'Outbox event not delivered',
    });
    this.#queue('messages', consumers.messages.undelivered, {
      breaks: 'Someone was not told of a decision or a deadline: neither in their inbox nor by mail.',
      runbook: 'Message not delivered',
    });
    this.#queue('files', consumers.files.undelivered, {
      breaks: 'An applicant’s upload arrived but was not checked: they see it as awaited and cannot submit it.',
      runbook: 'Arrived file not checked',
    });
    this.#queue('schedules', schedules.undelivered, {
      breaks: 'A daily sweep or the yearly opening did not run: reminders and yearly duties are late for everyone.',
      runbook: 'Scheduled job not started',
    });
    for (const [idea, { fn }] of api.functions)
      this.#raise({
        name: `api-${idea}-errors`,
        metric: fn.metricErrors({ period }),
        above: 0,
        breaks: `Requests to “${idea}” crash before they can answer; whoever works there sees an error page.`,
        runbook: 'API function crashes',
      });
    for (const { name, made } of [consumers.outbox, consumers.messages, consumers.files])
      this.#raise({
        name: `${name}-errors`,
        metric: made.fn.metricErrors({ period }),
        above: 2,
        breaks: `${name} fails again and again; it is still retried, but what it delivers is late.`,
        runbook: 'Consumer keeps failing',
      });
    this.#raise({
      name: 'event-daily-duties-errors',
      metric: schedules.dailyDuties.fn.metricErrors({ period }),
      above: 0,
      breaks: 'The morning’s sweep stopped half-way: some people are not reminded today.',
      runbook: 'Consumer keeps failing',
    });
    for (const [name, machine] of Object.entries(machines.byName))
      this.#raise({
        name: `${name}-failed`,
        metric: machine.metricFailed({ period }),
        above: 0,
        breaks: `A case of ${name} stopped: nothing happens in it until an operator starts it again at its stage.`,
        runbook: 'Execution failed',
      });
    for (const { name, made } of [consumers.outbox, consumers.messages])
      this.#raise({
        name: `${name}-behind`,
        metric: made.fn.metric('IteratorAge', { statistic: 'Maximum', period }),
        above: Duration.minutes(15).toMilliseconds(),
        breaks: 'Decisions are saved, but cases go on and people are told more than a quarter of an hour later.',
        runbook: 'Stream falls behind',
      });
    this.#raise({
      name: 'throttled',
      metric: new Metric({ namespace: 'AWS/Lambda', metricName: 'Throttles', statistic: 'Sum', period }),
      above: 0,
      breaks: 'The account’s functions hit their concurrency limit: some people wait or see “too many requests”.',
      runbook: 'Functions are throttled',
    });
    this.#raise({
      name: 'api-5xx',
      metric: api.api.metricServerError({ statistic: 'Sum', period }),
      above: 2,
      breaks: 'People using the portal see “something failed on our side”; nothing was changed by those requests.',
      runbook: 'API answers 5xx',
    });
  }

  #queue(name: string, queue: Queue, said: Pick<Explained, 'breaks' | 'runbook'>): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
    this.#raise({ name: `${name}-undelivered`, metric, above: 0, ...said });
  }

  #raise({ name, metric, above, breaks, runbook }: Explained): void {
    new Alarm(this, name, {
      alarmName: `${this.#prefix}-${name}`,
      alarmDescription: `${breaks} What to do: docs/runbook.md#${anchorOf(runbook)}`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(this.#topic));
  }
}
