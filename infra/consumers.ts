import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { AwardFunction } from './award-function.ts';
import { deadLetters } from './dead-letters.ts';
import type { MakeFunction } from './functions.ts';
import type { StatefulStack } from './stateful-stack.ts';

/** A consumer, and where ends what it could not take. */
export interface Consumer {
  readonly name: string;
  readonly made: AwardFunction;
  readonly undelivered: Queue;
}

/** What follows from events: the audit stream's two consumers, and files that arrive. */
export class Consumers extends Construct {
  readonly outbox: Consumer;
  readonly messages: Consumer;
  readonly files: Consumer;

  constructor(scope: Construct, id: string, stateful: StatefulStack, make: MakeFunction) {
    super(scope, id);
    const consumer = (name: string): Consumer => ({
      name,
      made: make(name),
      undelivered: deadLetters(this, `${name}-undelivered`),
    });
    this.outbox = consumer('event-deliver-outbox');
    this.messages = consumer('event-deliver-messages');
    this.files = consumer('event-file-arrived');
    this.files.made.keepFailures(this.files.undelivered);
    this.#followStream(this.outbox, stateful);
    this.#followStream(this.messages, stateful);
    new Rule(this, 'FileArrived', {
      description: 'A file arrived in staging',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [stateful.staging.bucketName] } },
      },
      targets: [
        new LambdaFunction(this.files.made.fn, {
          deadLetterQueue: this.files.undelivered,
          retryAttempts: 10,
          maxEventAge: Duration.hours(6),
        }),
      ],
    });
  }

  #followStream({ name, made, undelivered }: Consumer, { audit }: StatefulStack): void {
    const stream = audit.tableStreamArn ?? '';
    made.allow(
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [stream],
      }),
      // Lambda asks for it when the mapping is made; the action knows no resources.
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
      new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [undelivered.queueArn] }),
    );
    new EventSourceMapping(this, `${name}-stream`, {
      target: made.fn,
      eventSourceArn: stream,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 10,
      parallelizationFactor: 1,
      bisectBatchOnError: true,
      retryAttempts: 10,
      maxRecordAge: Duration.days(1),
      reportBatchItemFailures: true,
      onFailure: { bind: () => ({ destination: undelivered.queueArn }) },
      // Events of records; refused attempts share the table and are nobody's business here.
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.isEqual('INSERT'),
          dynamodb: { NewImage: { eventId: { S: FilterRule.exists() } } },
        }),
      ],
    });
  }
}
