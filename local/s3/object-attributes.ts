import type { Answer, Call } from './call.ts';
import { checksumElement } from './checksums.ts';
import { inSeconds } from './conditions.ts';
import { S3Error } from './errors.ts';
import { findVersion } from './find-version.ts';
import { shownVersion } from './object-headers.ts';
import type { Store } from './store.ts';
import { xmlDocument } from './xml.ts';

const KNOWN = ['ETag', 'Checksum', 'ObjectParts', 'StorageClass', 'ObjectSize'];

/** Says of an object what the request names, without its bytes. */
export async function getObjectAttributes(call: Call, store: Store): Promise<Answer> {
  const { access, bucket, key, query, headers } = call;
  const version = query.has('versionId') ? 'Version' : '';
  access.demand(`s3:GetObject${version}`, bucket, key);
  access.demand(`s3:GetObject${version}Attributes`, bucket, key);
  const asked = (headers['x-amz-object-attributes'] ?? '').split(',').map((one) => one.trim());
  if (asked.some((one) => !KNOWN.includes(one)))
    throw new S3Error('InvalidArgument', 'Invalid attribute name specified.');
  const found = findVersion(call, store);
  const { checksum, parts, etag, storageClass, size, modified } = found;
  const when = <T>(name: string, value: T) => (asked.includes(name) ? value : undefined);
  return {
    status: 200,
    headers: {
      'last-modified': new Date(inSeconds(modified)).toUTCString(),
      'x-amz-version-id': shownVersion(bucket, found),
    },
    body: xmlDocument('GetObjectAttributesResponse', {
      ETag: when('ETag', etag),
      Checksum: when(
        'Checksum',
        checksum && {
          [checksumElement(checksum.algorithm)]: checksum.value.replace(/-\d+$/, ''),
          ChecksumType: checksum.type,
        },
      ),
      ObjectParts: when('ObjectParts', parts && { TotalPartsCount: parts }),
      StorageClass: when('StorageClass', storageClass),
      ObjectSize: when('ObjectSize', size),
    }),
  };
}
