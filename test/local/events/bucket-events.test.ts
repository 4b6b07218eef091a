import { describe, expect, it } from 'vitest';
import { routeBucketEvents } from '#local/events/bucket-events';
import type { S3Event } from '#local/s3/events';
import type { BucketModel, RuleModel } from '#local/template/model';

const bucket = (more: Partial<BucketModel>) =>
  ({ name: 'files', eventBridge: false, notifications: [], ...more }) as unknown as BucketModel;
const rule = (targets: RuleModel['targets']): RuleModel => ({
  name: 'arrived',
  pattern: { source: ['aws.s3'], detail: { object: { key: [{ prefix: 'in/' }] } } },
  targets,
});
const created = (key: string) =>
  ({
    id: '1',
    source: 'aws.s3',
    'detail-type': 'Object Created',
    time: '2027-01-01T00:00:00Z',
    region: 'cn-north-1',
    resources: ['arn:aws-cn:s3:::files'],
    detail: { bucket: { name: 'files' }, object: { key, sequencer: '1' }, reason: 'PutObject' },
  }) as unknown as S3Event;

function submitted(buckets: BucketModel[], rules: RuleModel[], key: string): [string, unknown][] {
  const seen: [string, unknown][] = [];
  routeBucketEvents(buckets, rules, (name, payload) => void seen.push([name, payload]))(created(key));
  return seen;
}

describe('an event of a bucket', () => {
  it('reaches the function of a rule that matches', () => {
    const event = created('in/a');
    expect(submitted([bucket({ eventBridge: true })], [rule([{ functionName: 'f' }])], 'in/a')).toEqual([['f', event]]);
  });
  it('carries the rule’s own input when it has one', () => {
    expect(
      submitted([bucket({ eventBridge: true })], [rule([{ functionName: 'f', input: '{"a":1}' }])], 'in/a'),
    ).toEqual([['f', { a: 1 }]]);
  });
  it('reaches no rule that does not match, and none at all from a bucket that tells EventBridge nothing', () => {
    expect(submitted([bucket({ eventBridge: true })], [rule([{ functionName: 'f' }])], 'out/a')).toEqual([]);
    expect(submitted([bucket({})], [rule([{ functionName: 'f' }])], 'in/a')).toEqual([]);
  });
  it.each([
    ['s3:ObjectCreated:*', 'in/a.pdf', 1],
    ['s3:ObjectCreated:Put', 'in/a.pdf', 1],
    ['s3:ObjectCreated:Copy', 'in/a.pdf', 0],
    ['s3:ObjectRemoved:*', 'in/a.pdf', 0],
    ['s3:ObjectCreated:*', 'in/a.txt', 0],
    ['s3:ObjectCreated:*', 'out/a.pdf', 0],
  ])('notifies a function for %s of %s: %d', (event, key, times) => {
    const notifications = [{ functionName: 'f', events: [event], prefix: 'in/', suffix: '.pdf' }];
    const seen = submitted([bucket({ notifications })], [], key);
    expect(seen).toHaveLength(times);
    if (times > 0)
      expect(seen[0]?.[1]).toMatchObject({ Records: [{ eventSource: 'aws:s3', s3: { object: { key } } }] });
  });
});
