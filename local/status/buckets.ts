import type { Cloud } from '../cloud.ts';
import type { Page } from './frame.ts';
import { markup } from './markup.ts';
import { both, shortener, size, table } from './wording.ts';

/** The buckets and how much is in them. */
export function bucketsPage({ s3, model }: Cloud): Page {
  const stats = s3.stats();
  const short = shortener(stats.map(({ name }) => name));
  const retention = new Map(model.buckets.map(({ name, defaultRetention }) => [name, defaultRetention]));
  return {
    title: ['文件', 'Files'],
    content: table(
      [
        both('存储桶', 'Bucket'),
        both('文件', 'Objects'),
        both('版本', 'Versions'),
        both('大小', 'Size'),
        both('未完成的上传', 'Open uploads'),
        both('版本控制', 'Versioning'),
        both('对象锁定', 'Object Lock'),
      ],
      stats.map((bucket) => [
        markup`<a href="/local/buckets/${encodeURIComponent(bucket.name)}">${short(bucket.name)}</a>`,
        bucket.objects,
        bucket.versions,
        size(bucket.bytes),
        bucket.openUploads,
        bucket.versioning === 'Enabled' ? both('开', 'on') : both('关', 'off'),
        bucket.objectLock ? locked(retention.get(bucket.name)) : both('无', 'none'),
      ]),
    ),
  };
}

function locked(standard: { Mode: string; Days?: number; Years?: number } | undefined) {
  if (!standard) return both('按文件', 'by object');
  const { Mode, Days, Years } = standard;
  const [zh, en] = Years ? [`${Years} 年`, `${Years} years`] : [`${Days} 天`, `${Days} days`];
  return markup`${Mode} ${both(zh, en)}`;
}
