import { asNotificationRecord, type S3Event } from '../s3/events.ts';
import type { BucketModel, RuleModel } from '../template/model.ts';
import { compilePattern } from './pattern.ts';

/** Accepts an event for a function; durable when it returns. */
export type Submit = (functionName: string, payload: unknown, source: string) => void;

/**
 * Routes a bucket's events: to EventBridge's rules when the bucket sends them there, and to the functions that the
 * bucket notifies itself. Throws when a rule's pattern uses what the local cloud does not know.
 */
export function routeBucketEvents(buckets: readonly BucketModel[], rules: readonly RuleModel[], submit: Submit) {
  const compiled = rules.map((rule) => ({ ...rule, matches: compilePattern(rule.pattern) }));
  const byName = new Map(buckets.map((bucket) => [bucket.name, bucket]));
  return (event: S3Event): void => {
    const bucket = byName.get(event.detail.bucket.name);
    if (!bucket) return;
    if (bucket.eventBridge) {
      for (const rule of compiled.filter(({ matches }) => matches(event))) {
        for (const { functionName, input } of rule.targets) {
          submit(functionName, input === undefined ? event : (JSON.parse(input) as unknown), `rule ${rule.name}`);
        }
      }
    }
    const notification = asNotificationRecord(event);
    const happened = `s3:${notification.Records[0]?.eventName}`;
    const { key } = event.detail.object;
    for (const { functionName, events, prefix = '', suffix = '' } of bucket.notifications) {
      const asked = events.some(
        (one) => one === happened || (one.endsWith('*') && happened.startsWith(one.slice(0, -1))),
      );
      if (asked && key.startsWith(prefix) && key.endsWith(suffix))
        submit(functionName, notification, `bucket ${bucket.name}`);
    }
  };
}
