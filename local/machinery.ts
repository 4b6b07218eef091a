import { join } from 'node:path';
import type { MovableClock } from './clock.ts';
import type { Tables } from './amazon/amazon-tables.ts';
import type { Closing } from './closing.ts';
import type { BusySource, InvokeFunction } from './contracts.ts';
import { createAsyncInvocations } from './events/async-invocations.ts';
import { routeBucketEvents } from './events/bucket-events.ts';
import { openDeliveries } from './events/deliveries-file.ts';
import { createQueues } from './events/queues.ts';
import { createStreamPoller } from './events/stream-poller.ts';
import type { LocalAuthority } from './identity/authority.ts';
import { createFunctions } from './lambda/functions.ts';
import type { Principals } from './principals.ts';
import { bucketOf } from './provision.ts';
import { createS3 } from './s3/s3.ts';
import { createScheduler } from './scheduler/scheduler.ts';
import { createStates } from './states/states.ts';
import type { CloudModel } from './template/model.ts';
import { functionNameIn } from './template/properties.ts';

export interface MachineryOptions {
  readonly model: CloudModel;
  readonly dir: string;
  readonly clock: MovableClock;
  readonly authority: LocalAuthority;
  readonly principals: Principals;
  readonly endpoints: { readonly json: string; readonly s3: string };
  /** Ours or Amazon's, its tables made. */
  readonly dynamodb: Tables;
  readonly closing: Closing;
}

export type Machinery = ReturnType<typeof createMachinery>;

/** Builds the services and everything that moves between them; nothing moves before `start`. */
export function createMachinery(options: MachineryOptions) {
  const { model, dir, clock, authority, principals, endpoints, dynamodb, closing } = options;
  const place = { region: model.place.region, partition: model.place.partition, account: model.place.account };
  const common = { clock, authority, ...place };
  let stopping = false;

  const functions = createFunctions({
    ...{ functions: model.functions, clock, endpoints },
    region: place.region,
    logDir: join(dir, 'logs'),
    principalOf: ({ name }) => principals.functions.get(name) ?? authority.operator,
  });
  // A function that is stopped with the cloud did not fail: whoever waits for it asks again after the next start.
  const invoke: InvokeFunction = (name, payload) =>
    functions.invoke(name, payload).catch((error: unknown) => {
      if (stopping) return new Promise<never>(() => undefined);
      throw error;
    });

  const deliveries = openDeliveries(join(dir, 'deliveries.sqlite'));
  closing.add(() => deliveries.close());
  const queues = createQueues(deliveries, clock);
  const async = createAsyncInvocations({ database: deliveries, functions: model.functions, invoke, queues });

  const s3 = createS3({
    ...{ ...common, dir: join(dir, 's3') },
    onEvent: routeBucketEvents(model.buckets, model.rules, (...event) => async.submit(...event)),
  });
  closing.add(() => s3.close());
  model.buckets.forEach((bucket) => s3.ensureBucket(bucketOf(bucket)));

  const states = createStates({ ...common, file: join(dir, 'states.sqlite'), invoke });
  closing.add(() => states.close());
  for (const { name, definition, role } of model.machines) {
    const principal = principals.machines.get(name) ?? authority.operator;
    states.defineMachine({ name, definition, roleArn: role.arn, principal });
  }

  const schedules = new Map(model.schedules.map((schedule) => [schedule.role.arn, schedule.name]));
  const scheduler = createScheduler({
    ...{ ...place, clock, file: join(dir, 'scheduler.sqlite') },
    async deliver({ arn, roleArn }, payload) {
      const principal = principals.schedules.get(schedules.get(roleArn) ?? '') ?? authority.operator;
      if (arn.includes(':states:')) {
        await states.service.call(
          'StartExecution',
          { stateMachineArn: arn, input: JSON.stringify(payload) },
          principal,
        );
        return;
      }
      authority.authorize(principal, 'lambda:InvokeFunction', arn);
      authority.record(principal, 'lambda:InvokeFunction', arn);
      async.submit(functionNameIn(arn), payload, `schedule ${principal.name}`);
    },
  });
  closing.add(() => scheduler.stop());
  for (const { name, properties } of model.schedules) scheduler.define({ logicalId: name, properties });

  const pollers = model.streamMappings.map((mapping) => {
    const fn = model.functions.find(({ name }) => name === mapping.functionName);
    if (!fn) throw new Error(`There is no function ${mapping.functionName}`);
    return createStreamPoller({ mapping, fn, streams: dynamodb.streams, invoke, queues });
  });

  const busy: BusySource[] = [dynamodb.busy, functions.busy, async.busy, s3, states.busy, scheduler.source];
  for (const source of [...busy, ...pollers.map((poller) => poller.busy)]) clock.addBusy(source);
  for (const source of [states.timers, scheduler.source, dynamodb.ttl, s3.lifecycle]) clock.add(source);
  return {
    ...{ functions, dynamodb, s3, states, scheduler, queues, invoke },
    /** Takes up what was left when the last process ended. */
    start() {
      states.start();
      async.start();
      pollers.forEach((poller) => poller.start());
    },
    /** To be called before anything that functions reach is closed, or they would seem to fail. */
    async halt() {
      stopping = true;
      async.stop();
      pollers.forEach((poller) => poller.stop());
      await functions.stop();
    },
  };
}
