import type { Stack } from 'aws-cdk-lib';
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { StatefulStack } from './stateful-stack.ts';
import type { StatelessStack } from './stateless-stack.ts';
import type { ApiStack } from './api-stack.ts';

const rule = (id: string) => `AwsSolutions::AwsSolutions-${id}`;
const wildcard = (resource: string) => rule(`IAM5[Resource::${resource}]`);

/** Acknowledges a finding wherever it is found under the construct. */
const acknowledge = (under: IConstruct, id: string, reason: string) =>
  Validations.of(under).acknowledge({ id, reason });

/** The name under which the stateful stack exports an attribute. */
const exported = (stack: Stack, attribute: string): string => {
  const imported = stack.resolve(stack.exportValue(attribute)) as { 'Fn::ImportValue': string };
  return imported['Fn::ImportValue'];
};

/** Findings of cdk-nag that are as they should be, each with its reason. */
export function acknowledgeFindings({
  stateful,
  stateless,
  api,
}: {
  stateful: StatefulStack;
  stateless: StatelessStack;
  api: ApiStack;
}): void {
  acknowledge(stateful, rule('S1'), 'The bucket of the access logs does not log its own access: it would never end.');
  acknowledge(
    stateful,
    rule('DDB3'),
    'Only the ballot boxes are without point-in-time recovery (tested): earlier states of a box are what must not be kept.',
  );
  acknowledge(
    stateful,
    rule('SMG4'),
    'What seals ballot boxes must not turn while a ballot is under way; a box outlives no meeting.',
  );
  acknowledge(
    stateful,
    rule('COG2'),
    'A second factor is offered to everyone; applicants, who come once a cycle, are not forced to set one up.',
  );
  acknowledge(
    stateful,
    rule('COG8'),
    'Adaptive authentication is paid per person; the office decides whether to buy it.',
  );
  acknowledge(
    api,
    rule('APIG4'),
    'Routes that the table calls public: notices, objections, certificates, the description of the API (A16, A21).',
  );
  acknowledge(stateless, rule('SF1'), 'Errors only: everything else an execution logs would hold its task tokens.');
  acknowledge(stateless, rule('SF2'), 'X-Ray is not available in the Chinese regions.');
  acknowledge(stateless, rule('SQS3'), 'These queues are the dead-letter queues; an alarm watches each.');
  acknowledge(
    stateless,
    wildcard('*'),
    'Log delivery of Step Functions and dynamodb:ListStreams know no resources; nothing else has this wildcard (tested).',
  );
  for (const bucket of [stateful.staging, stateful.records])
    acknowledge(
      stateless,
      wildcard(`${exported(stateful, bucket.bucketArn)}/*`),
      'All files of the one bucket: their keys are random, and whose they are is decided by the domain.',
    );
}
