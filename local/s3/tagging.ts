import * as z from 'zod';
import type { Answer, Call } from './call.ts';
import { S3Error } from './errors.ts';
import { findVersion } from './find-version.ts';
import { shownVersion } from './object-headers.ts';
import { receiveText } from './receive.ts';
import type { Store } from './store.ts';
import { readXml, xmlDocument } from './xml.ts';

type Tags = Readonly<Record<string, string>>;

function checked(pairs: readonly (readonly [string, string])[]): Tags {
  const invalid = (message: string) => new S3Error('InvalidTag', message);
  if (pairs.length > 10) throw new S3Error('BadRequest', 'Object tags cannot be greater than 10');
  if (new Set(pairs.map(([key]) => key)).size < pairs.length)
    throw invalid('Cannot provide multiple Tags with the same key');
  for (const [key, value] of pairs) {
    if (!key || key.length > 128) throw invalid('The TagKey you have provided is invalid');
    if (value.length > 256) throw invalid('The TagValue you have provided is invalid');
  }
  return Object.fromEntries(pairs);
}

/** The tags in `x-amz-tagging`, written as a query. */
export const tagsOfHeader = (header: string | undefined): Tags => checked([...new URLSearchParams(header ?? '')]);

const document = z.object({
  TagSet: z.union([
    z.object({ Tag: z.array(z.object({ Key: z.string(), Value: z.string() })).default([]) }),
    z.string().transform(() => ({ Tag: [] })),
  ]),
});

/** Tags of a version named by its id are permissions of their own. */
const action = (call: Call, verb: 'Get' | 'Put' | 'Delete') =>
  `s3:${verb}Object${call.query.has('versionId') ? 'Version' : ''}Tagging`;

export async function getObjectTagging(call: Call, store: Store): Promise<Answer> {
  call.access.demand(action(call, 'Get'), call.bucket, call.key);
  const version = findVersion(call, store);
  const Tag = Object.entries(version.tags).map(([Key, Value]) => ({ Key, Value }));
  return {
    status: 200,
    headers: { 'x-amz-version-id': shownVersion(call.bucket, version) },
    body: xmlDocument('Tagging', { TagSet: { Tag } }),
  };
}

async function setTags(call: Call, store: Store, tags: Tags, status: number): Promise<Answer> {
  const version = findVersion(call, store);
  store.db.run('UPDATE version SET tags = ? WHERE seq = ?', JSON.stringify(tags), version.seq);
  return { status, headers: { 'x-amz-version-id': shownVersion(call.bucket, version) } };
}

export async function putObjectTagging(call: Call, store: Store): Promise<Answer> {
  call.access.demand(action(call, 'Put'), call.bucket, call.key);
  const { TagSet } = readXml(await receiveText(call), 'Tagging', document);
  return setTags(call, store, checked(TagSet.Tag.map(({ Key, Value }) => [Key, Value])), 200);
}

export async function deleteObjectTagging(call: Call, store: Store): Promise<Answer> {
  call.access.demand(action(call, 'Delete'), call.bucket, call.key);
  return setTags(call, store, {}, 204);
}
