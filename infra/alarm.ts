import { Duration } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { RunbookHeading } from './runbook.ts';
import { anchorOf } from './runbook.ts';
import type { Settings } from './settings.ts';
import { prefixOf } from './settings.ts';

/** An alarm in words: what it watches, what breaks for whom, and where it says what to do. */
export interface Explained {
  readonly name: string;
  readonly metric: IMetric;
  readonly above: number;
  readonly breaks: string;
  readonly runbook: RunbookHeading;
}

/** How long an alarm looks back. */
export const period = Duration.minutes(5);

/** Makes alarms that explain themselves, each told to the topic. */
export const alarmMaker =
  (scope: Construct, settings: Settings, topic: ITopic) =>
  ({ name, metric, above, breaks, runbook }: Explained): void =>
    new Alarm(scope, name, {
      alarmName: `${prefixOf(settings)}-${name}`,
      alarmDescription: `${breaks} What to do: docs/runbook.md#${anchorOf(runbook)}`,
      metric,
      threshold: above,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    }).addAlarmAction(new SnsAction(topic));
