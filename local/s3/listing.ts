import type { Answer, Call } from './call.ts';
import { quoted } from './conditions.ts';
import { S3Error } from './errors.ts';
import type { Store } from './store.ts';
import { versionOfRow, type Version } from './versions.ts';
import { xmlDocument } from './xml.ts';

/** Greater than every key that starts with what stands before it. */
const BEYOND = '\u{10FFFF}';
const BATCH = 500;

export interface Cursor {
  readonly key: string;
  /** Within the key, versions older than this one are still to come; 0 for none. */
  readonly seq: number;
}

interface Page {
  readonly versions: readonly Version[];
  readonly prefixes: readonly string[];
  readonly truncated: boolean;
  /** Where the next page begins. */
  readonly next: Cursor;
}

interface Wanted {
  readonly prefix: string;
  readonly delimiter: string;
  readonly most: number;
  readonly after: Cursor;
  readonly history: boolean;
}

function batch(store: Store, bucket: string, { prefix, history }: Wanted, { key, seq }: Cursor): Version[] {
  const which = history ? '' : 'AND latest = 1 AND marker = 0';
  return store.db
    .all(
      `SELECT * FROM version WHERE bucket = ? AND key >= ? AND (key > ? OR (key = ? AND seq < ?)) ${which}
         ORDER BY key, seq DESC LIMIT ${BATCH}`,
      bucket,
      prefix,
      key,
      key,
      seq,
    )
    .map(versionOfRow);
}

/** Walks keys in the order of their bytes; everything below a delimiter counts as one and is jumped over. */
export function pageOf(store: Store, bucket: string, wanted: Wanted): Page {
  const { prefix, delimiter, most } = wanted;
  const versions: Version[] = [];
  const prefixes: string[] = [];
  let cursor = wanted.after;
  const full = () => versions.length + prefixes.length >= most;
  const page = (truncated: boolean): Page => ({ versions, prefixes, truncated, next: cursor });
  for (;;) {
    const found = batch(store, bucket, wanted, cursor);
    let jumped = false;
    for (const version of found) {
      if (!version.key.startsWith(prefix)) return page(false);
      if (full()) return page(true);
      const cut = delimiter ? version.key.indexOf(delimiter, prefix.length) : -1;
      if (cut >= 0) {
        const below = version.key.slice(0, cut + delimiter.length);
        prefixes.push(below);
        cursor = { key: below + BEYOND, seq: 0 };
        jumped = true;
        break;
      }
      versions.push(version);
      cursor = { key: version.key, seq: wanted.history ? version.seq : 0 };
    }
    if (!jumped && found.length < BATCH) return page(false);
  }
}

function mostOf(call: Call): number {
  const most = Number(call.query.get('max-keys') ?? 1000);
  if (Number.isInteger(most) && most >= 0) return Math.min(most, 1000);
  throw new S3Error('InvalidArgument', 'Provided max-keys not an integer or within integer range');
}

/** With `encoding-type=url` keys travel encoded, because XML cannot hold every character. */
function encoder(call: Call): (text: string) => string {
  const asked = call.query.get('encoding-type');
  if (asked === undefined) return (text) => text;
  if (asked !== 'url') throw new S3Error('InvalidArgument', 'Invalid Encoding Method specified in Request');
  return (text) => encodeURIComponent(text).replaceAll('%2F', '/').replaceAll('%20', '+');
}

function continued(token: string): Cursor {
  const key = Buffer.from(token, 'base64url').toString('utf8');
  if (Buffer.from(key).toString('base64url') === token) return { key, seq: 0 };
  throw new S3Error('InvalidArgument', 'The continuation token provided is incorrect');
}

export async function listObjectsV2(call: Call, store: Store): Promise<Answer> {
  const { access, bucket, query } = call;
  access.demand('s3:ListBucket', bucket);
  const encode = encoder(call);
  const token = query.get('continuation-token');
  const [prefix, delimiter, most] = [query.get('prefix') ?? '', query.get('delimiter') ?? '', mostOf(call)];
  const after = token === undefined ? { key: query.get('start-after') ?? '', seq: 0 } : continued(token);
  const page = pageOf(store, bucket.name, { prefix, delimiter, most, after, history: false });
  const owner = query.get('fetch-owner') === 'true' ? { ID: store.place.account } : undefined;
  return {
    status: 200,
    body: xmlDocument('ListBucketResult', {
      Name: bucket.name,
      Prefix: encode(prefix),
      Delimiter: delimiter ? encode(delimiter) : undefined,
      StartAfter: query.get('start-after'),
      ContinuationToken: token,
      NextContinuationToken: page.truncated && most > 0 ? Buffer.from(page.next.key).toString('base64url') : undefined,
      KeyCount: page.versions.length + page.prefixes.length,
      MaxKeys: most,
      IsTruncated: page.truncated && most > 0,
      EncodingType: query.get('encoding-type'),
      Contents: page.versions.map((version) => ({ ...described(version, encode), Owner: owner })),
      CommonPrefixes: page.prefixes.map((one) => ({ Prefix: encode(one) })),
    }),
  };
}

function described({ key, modified, etag, size, storageClass, checksum }: Version, encode: (text: string) => string) {
  return {
    Key: encode(key),
    LastModified: new Date(modified).toISOString(),
    ETag: quoted(etag),
    ChecksumAlgorithm: checksum?.algorithm,
    ChecksumType: checksum?.type,
    Size: size,
    StorageClass: storageClass,
  };
}

function markerOf(call: Call, store: Store): Cursor {
  const key = call.query.get('key-marker') ?? '';
  const versionId = call.query.get('version-id-marker');
  if (versionId === undefined) return { key, seq: 0 };
  const row = store.db.get(
    'SELECT seq FROM version WHERE bucket = ? AND key = ? AND version_id = ?',
    call.bucket.name,
    key,
    versionId,
  );
  if (!row) throw new S3Error('InvalidArgument', 'Invalid version id specified');
  return { key, seq: Number(row['seq']) };
}

export async function listObjectVersions(call: Call, store: Store): Promise<Answer> {
  const { access, bucket, query } = call;
  access.demand('s3:ListBucketVersions', bucket);
  const encode = encoder(call);
  const [prefix, delimiter, most] = [query.get('prefix') ?? '', query.get('delimiter') ?? '', mostOf(call)];
  const page = pageOf(store, bucket.name, { prefix, delimiter, most, after: markerOf(call, store), history: true });
  const truncated = page.truncated && most > 0;
  const nextId = store.db.get('SELECT version_id FROM version WHERE seq = ?', page.next.seq)?.['version_id'];
  const identified = ({ versionId, latest }: Version) => ({ VersionId: versionId, IsLatest: latest });
  return {
    status: 200,
    body: xmlDocument('ListVersionsResult', {
      Name: bucket.name,
      Prefix: encode(prefix),
      Delimiter: delimiter ? encode(delimiter) : undefined,
      KeyMarker: encode(query.get('key-marker') ?? ''),
      VersionIdMarker: query.get('version-id-marker') ?? '',
      NextKeyMarker: truncated ? encode(page.next.key) : undefined,
      NextVersionIdMarker: truncated && nextId ? nextId : undefined,
      MaxKeys: most,
      IsTruncated: truncated,
      EncodingType: query.get('encoding-type'),
      Version: page.versions
        .filter(({ marker }) => !marker)
        .map((one) => ({ ...described(one, encode), ...identified(one) })),
      DeleteMarker: page.versions
        .filter(({ marker }) => marker)
        .map((one) => ({
          Key: encode(one.key),
          LastModified: new Date(one.modified).toISOString(),
          ...identified(one),
        })),
      CommonPrefixes: page.prefixes.map((one) => ({ Prefix: encode(one) })),
    }),
  };
}
