import { Duration } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Explained } from './alarm.ts';
import { alarmMaker, period } from './alarm.ts';
import type { Settings } from './settings.ts';
import type { Running } from './watched.ts';

/** Alarms over what runs: each says what breaks for whom and names its heading in the runbook. */
export class Alarms extends Construct {
  /** Where every alarm of the deployment is told. */
  readonly topic: Topic;
  readonly #raise: (alarm: Explained) => void;

  constructor(scope: Construct, id: string, settings: Settings, { api, machines, consumers, schedules }: Running) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: 'Quality award: alarms', enforceSSL: true });
    if (settings.alarmMail) this.topic.addSubscription(new EmailSubscription(settings.alarmMail));
    this.#raise = alarmMaker(this, settings, this.topic);

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
    for (const [idea, { fn }] of api)
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
  }

  #queue(name: string, queue: Queue, said: Pick<Explained, 'breaks' | 'runbook'>): void {
    const metric = queue.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
    this.#raise({ name: `${name}-undelivered`, metric, above: 0, ...said });
  }
}
