import type { Cloud } from '../cloud.ts';
import type { Millis } from '../contracts.ts';
import { protectionOf } from '../s3/locking.ts';
import type { ShownVersion } from '../s3/stats.ts';
import type { Page } from './frame.ts';
import { markup, type Content } from './markup.ts';
import { cursor, limitOf, positionIn, turns } from './paging.ts';
import { both, instant, size, table } from './wording.ts';

/** A bucket's versions page by page, by key and newest first. */
export function bucketPage({ s3, clock }: Cloud, query: URLSearchParams, names: readonly string[]): Page | undefined {
  const [name = ''] = names;
  const prefix = query.get('prefix') ?? '';
  const found = s3.versions(name, { prefix, after: after(query), limit: limitOf(query) });
  if (!found) return undefined;
  return {
    title: [name, ''],
    below: ['文件', 'Files', '/local/buckets'],
    content: markup`
      <form class="filter" method="get" action="/local/buckets/${encodeURIComponent(name)}">
        <label>${both('键以此开头', 'Key begins with')} <input name="prefix" value="${prefix}" size="36"></label>
        <button>${both('筛选', 'Filter')}</button>
      </form>
      ${table(
        [
          both('键', 'Key'),
          both('版本', 'Version'),
          both('大小', 'Size'),
          both('类型', 'Type'),
          both('存入', 'Stored'),
          both('存储类别', 'Class'),
          both('锁定至', 'Locked until'),
        ],
        found.versions.map((version) => row(version, clock.now())),
      )}
      ${turns(query, found.next && cursor(found.next))}`,
  };
}

function row(version: ShownVersion, now: Millis): Content[] {
  const { key, versionId, latest, marker, size: bytes, headers, modified, storageClass, lock } = version;
  const which = marker ? both('删除标记', 'delete marker') : latest ? both('最新', 'latest') : both('旧版本', 'older');
  const protection = protectionOf(lock, now);
  return [
    markup`<span class="path">${key}</span>`,
    markup`${which} <code class="none" title="${versionId}">${versionId.slice(0, 8)}</code>`,
    marker ? '' : size(bytes),
    headers['content-type'],
    instant(modified),
    marker ? '' : storageClass,
    markup`${lock.retention && instant(lock.retention.until)} ${protection ? markup`<span class="badge locked">${protection}</span>` : lock.retention && both('已过', 'over')}`,
  ];
}

function after(query: URLSearchParams): { key: string; seq: number } | undefined {
  const position = positionIn(query) as { key?: unknown; seq?: unknown } | undefined | null;
  const { key, seq } = position ?? {};
  return typeof key === 'string' && typeof seq === 'number' ? { key, seq } : undefined;
}
