import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createClock } from '#local/clock';
import { createScheduler } from '#local/scheduler/scheduler';
import type { Scheduler } from '#local/scheduler/scheduler';

const lambda = 'arn:aws-cn:lambda:cn-north-1:000000000000:function:daily-duties:live';
const begin = Date.parse('2027-01-01T00:00:00Z');
const day = 86_400_000;

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** A scheduler on a fresh clock at 2027-01-01T00:00Z; `deliver` may be told to fail. */
function aScheduler({ dir = mkdtempSync(join(tmpdir(), 'scheduler-')), machine = begin } = {}) {
  const delivered: { arn: string; payload: unknown; at: string }[] = [];
  const fails: { left: number } = { left: 0 };
  const clock = createClock({ file: join(dir, 'clock.json'), machineNow: () => machine });
  const scheduler = createScheduler({
    file: join(dir, 'scheduler.sqlite'),
    clock,
    partition: 'aws-cn',
    region: 'cn-north-1',
    account: '000000000000',
    deliver: async (target, payload) => {
      await new Promise((resolve) => setTimeout(resolve, 2));
      if (fails.left-- > 0) throw new Error('throttled');
      delivered.push({ arn: target.arn, payload, at: new Date(clock.now()).toISOString() });
    },
  });
  clock.add(scheduler.source);
  clock.addBusy(scheduler.source);
  const stop = async () => {
    await clock.stop();
    await scheduler.stop();
  };
  stops.push(stop);
  return {
    dir,
    clock,
    scheduler,
    delivered,
    fails,
    stop: async () => void (await stops.splice(stops.indexOf(stop), 1)[0]!()),
  };
}

function aSchedule(changes: Record<string, unknown> = {}, target: Record<string, unknown> = {}) {
  return {
    logicalId: 'DailyDuties',
    properties: {
      ScheduleExpression: 'cron(0 8 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Shanghai',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: 'ENABLED',
      Target: { Arn: lambda, RoleArn: 'arn:aws-cn:iam::000000000000:role/daily', Input: '{}', ...target },
      ...changes,
    },
  };
}

describe('a schedule', () => {
  it('runs at each of its times as the clock moves, once each, in order', async () => {
    const { clock, scheduler, delivered } = aScheduler();
    scheduler.define(aSchedule({}, { Input: '{"time":"<aws.scheduler.scheduled-time>"}' }));
    await clock.moveTo(begin + 3 * day - 1);
    expect(delivered).toEqual([
      { arn: lambda, payload: { time: '2027-01-01T00:00:00Z' }, at: '2027-01-01T00:00:00.000Z' },
      { arn: lambda, payload: { time: '2027-01-02T00:00:00Z' }, at: '2027-01-02T00:00:00.000Z' },
      { arn: lambda, payload: { time: '2027-01-03T00:00:00Z' }, at: '2027-01-03T00:00:00.000Z' },
    ]);
  });

  it('gives the target its context attributes and leaves other text alone', async () => {
    const { clock, scheduler, delivered } = aScheduler();
    const Input = JSON.stringify({
      id: '<aws.scheduler.execution-id>',
      arn: '<aws.scheduler.schedule-arn>',
      attempt: '<aws.scheduler.attempt-number>',
      other: '<aws.scheduler.other>',
    });
    scheduler.define(aSchedule({ Name: 'daily-duties' }, { Input }));
    await clock.moveBy(1);
    expect(delivered[0]?.payload).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      arn: 'arn:aws-cn:scheduler:cn-north-1:000000000000:schedule/default/daily-duties',
      attempt: '1',
      other: '<aws.scheduler.other>',
    });
  });

  it('sends the event of a scheduled rule when it has no input, and text when the input is no JSON', async () => {
    const { clock, scheduler, delivered } = aScheduler();
    scheduler.define(aSchedule({ Name: 'a' }, { Input: undefined }));
    scheduler.define(aSchedule({ Name: 'b' }, { Input: 'remind <aws.scheduler.attempt-number>' }));
    await clock.moveBy(1);
    expect(delivered.map(({ payload }) => payload)).toEqual([
      expect.objectContaining({ 'detail-type': 'Scheduled Event', time: '2027-01-01T00:00:00Z', region: 'cn-north-1' }),
      'remind 1',
    ]);
  });

  it('does not run while it is disabled, nor make up for that time afterwards', async () => {
    const first = aScheduler();
    first.scheduler.define(aSchedule({ State: 'DISABLED' }));
    expect(first.scheduler.list()[0]).toMatchObject({ enabled: false, nextRun: undefined });
    await first.clock.moveBy(5 * day + 1);
    await first.stop();
    const second = aScheduler({ dir: first.dir });
    second.scheduler.define(aSchedule());
    await second.clock.moveBy(day);
    expect(first.delivered).toEqual([]);
    expect(second.delivered.map(({ at }) => at)).toEqual(['2027-01-07T00:00:00.000Z']);
  });
});

describe('after a restart', () => {
  it('does not run again what ran before', async () => {
    const first = aScheduler();
    first.scheduler.define(aSchedule());
    await first.clock.moveBy(day);
    await first.stop();
    const second = aScheduler({ dir: first.dir });
    second.scheduler.define(aSchedule());
    expect(second.scheduler.source.nextDue()).toBe(begin + 2 * day);
    await second.clock.moveBy(day - 1);
    expect([first.delivered.length, second.delivered.length]).toEqual([2, 0]);
  });

  it('makes up for what was missed, each with its own time', async () => {
    const first = aScheduler();
    first.scheduler.define(aSchedule());
    await first.clock.moveBy(1);
    await first.stop();
    const second = aScheduler({ dir: first.dir, machine: begin + 3 * day + 5 });
    second.scheduler.define(aSchedule({}, { Input: '"<aws.scheduler.scheduled-time>"' }));
    second.clock.start();
    await second.clock.stop();
    expect(second.delivered.map(({ payload }) => payload)).toEqual([
      '2027-01-02T00:00:00Z',
      '2027-01-03T00:00:00Z',
      '2027-01-04T00:00:00Z',
    ]);
  });

  it('makes up for the last 366 occurrences at most', async () => {
    const first = aScheduler();
    first.scheduler.define(aSchedule({ ScheduleExpression: 'rate(1 minute)' }));
    await first.stop();
    const second = aScheduler({ dir: first.dir, machine: begin + 400 * 60_000 });
    second.scheduler.define(aSchedule({ ScheduleExpression: 'rate(1 minute)' }));
    // The instant of now itself is the last of the 366.
    expect(second.scheduler.source.nextDue()).toBe(begin + 35 * 60_000);
  });

  it('delivers what was taken up and not yet delivered when the process was killed', async () => {
    const first = aScheduler();
    first.scheduler.define(aSchedule());
    first.fails.left = 1;
    await first.clock.moveBy(1);
    expect(first.scheduler.list()[0]?.lastRun).toMatchObject({ result: 'retrying', error: 'throttled', attempts: 1 });
    await first.stop();
    const second = aScheduler({ dir: first.dir });
    second.scheduler.define(aSchedule({}, { Input: '"attempt <aws.scheduler.attempt-number>"' }));
    await second.clock.moveBy(2 * 60_000);
    expect(second.delivered.map(({ payload }) => payload)).toEqual(['attempt 2']);
  });

  it('counts a changed expression from now', async () => {
    const first = aScheduler();
    first.scheduler.define(aSchedule());
    await first.clock.moveBy(day);
    await first.stop();
    const second = aScheduler({ dir: first.dir });
    second.scheduler.define(aSchedule({ ScheduleExpression: 'cron(0 9 * * ? *)' }));
    expect(second.scheduler.list()[0]?.nextRun).toBe(begin + day + 3_600_000);
  });
});

describe('a delivery that fails', () => {
  it('is tried again later and later on the award clock until it succeeds', async () => {
    const { clock, scheduler, delivered, fails } = aScheduler();
    scheduler.define(aSchedule());
    fails.left = 3;
    await clock.moveBy(day / 2);
    expect(delivered.map(({ at }) => at)).toEqual(['2027-01-01T00:07:00.000Z']);
    expect(scheduler.list()[0]?.lastRun).toEqual({
      scheduledAt: begin,
      endedAt: begin + 7 * 60_000,
      result: 'delivered',
      attempts: 4,
    });
  });

  it('ends as a dead letter when its retries are used up', async () => {
    const { clock, scheduler, delivered, fails } = aScheduler();
    const queue = 'arn:aws-cn:sqs:cn-north-1:000000000000:duties-dlq';
    scheduler.define(
      aSchedule({}, { RetryPolicy: { MaximumRetryAttempts: 2 }, DeadLetterConfig: { Arn: queue }, Input: '{"a":1}' }),
    );
    fails.left = 3;
    await clock.moveBy(day / 2);
    expect(delivered).toEqual([]);
    expect(scheduler.list()[0]?.lastRun).toMatchObject({ result: 'failed', attempts: 3 });
    expect(scheduler.deadLetters()).toEqual([
      expect.objectContaining({ queueArn: queue, error: 'throttled', payload: { a: 1 }, scheduledAt: begin }),
    ]);
  });

  it('is not tried again when it has become too old', async () => {
    const { clock, scheduler, fails } = aScheduler();
    scheduler.define(aSchedule({}, { RetryPolicy: { MaximumEventAgeInSeconds: 200 } }));
    fails.left = 100;
    await clock.moveBy(day / 2);
    expect(scheduler.list()[0]?.lastRun).toMatchObject({ result: 'failed', attempts: 3 });
    expect(scheduler.deadLetters()).toEqual([]);
  });
});

describe('what the local cloud cannot do is refused by name', () => {
  const refusal = (scheduler: Scheduler, ...[changes, target]: Parameters<typeof aSchedule>) => {
    try {
      scheduler.define(aSchedule(changes, target));
    } catch (error) {
      return (error as Error).message;
    }
    return 'nothing was refused';
  };

  it.each([
    [{ ScheduleExpression: 'cron(0 8 * * *)' }, {}, 'cron(0 8 * * *) cannot be scheduled'],
    [{ ScheduleExpressionTimezone: 'Nowhere' }, {}, 'time zone Nowhere'],
    [{ FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } }, {}, 'FlexibleTimeWindow'],
    [{ Surprise: 1 }, {}, 'Surprise'],
    [{}, { Arn: 'arn:aws-cn:sqs:cn-north-1:000000000000:queue' }, 'Lambda functions and state machines'],
    [{}, { SqsParameters: {} }, 'SqsParameters'],
  ])('%j %j', (changes, target, reason) => {
    const { scheduler } = aScheduler();
    const message = refusal(scheduler, changes, target);
    expect(message).toContain('The schedule DailyDuties cannot run here');
    expect(message).toContain(reason);
  });
});
