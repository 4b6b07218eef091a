import type { Answer, Call } from './call.ts';
import { S3Error } from './errors.ts';
import { asksForHold, asksForRetention } from './locking.ts';
import { writtenHeaders } from './object-headers.ts';
import { receive } from './receive.ts';
import type { Store } from './store.ts';
import type { Draft } from './versions.ts';
import { assertWritable, intentOf, saveObject } from './write-object.ts';

/** S3 locks nothing whose integrity the sender does not vouch for. */
function assertVouchedFor({ bucket, headers }: Call): void {
  const locks = asksForRetention(headers) || asksForHold(headers) || bucket.defaultRetention;
  const vouched =
    headers['content-md5'] !== undefined ||
    headers['x-amz-trailer'] !== undefined ||
    Object.keys(headers).some((name) => name.startsWith('x-amz-checksum-'));
  if (locks && !vouched) {
    throw new S3Error(
      'InvalidRequest',
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  }
}

/** Receives an object in one request. */
export async function putObject(call: Call, store: Store): Promise<Answer> {
  const intent = intentOf(call, store);
  assertVouchedFor(call);
  assertWritable(call, store);
  const { blob, result } = await store.blobs.write((write) => receive(call, write, 'CRC64NVME'));
  const { size, md5, checksum } = result;
  const draft: Draft = {
    ...intent,
    size,
    etag: md5.toString('hex'),
    segments: [{ blob, size }],
    ...(checksum && {
      checksum: { algorithm: checksum.algorithm, value: checksum.value.toString('base64'), type: 'FULL_OBJECT' },
    }),
  };
  const version = saveObject(call, store, draft, 'PutObject');
  return { status: 200, headers: writtenHeaders(call.bucket, version) };
}
