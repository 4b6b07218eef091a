import { getBucketLocation, headBucket } from './bucket-operations.ts';
import type { Buckets } from './buckets.ts';
import type { Answer, Call, Incoming } from './call.ts';
import { completeMultipartUpload } from './complete-multipart.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import { notImplemented } from './errors.ts';
import { getObject, headObject } from './get-object.ts';
import { listObjectsV2, listObjectVersions } from './listing.ts';
import { getObjectLegalHold, getObjectRetention, putObjectLegalHold, putObjectRetention } from './lock-operations.ts';
import { abortMultipartUpload, createMultipartUpload, listParts, uploadPart } from './multipart.ts';
import { getObjectAttributes } from './object-attributes.ts';
import { putObject } from './put-object.ts';
import type { Store } from './store.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './tagging.ts';

type Run = (call: Call, store: Store, buckets: Buckets) => Promise<Answer>;

export interface Operation {
  readonly name: string;
  readonly run: Run;
}

interface Row extends Operation {
  readonly method: string;
  readonly on: 'bucket' | 'object';
  /** Query parameters that make a request this operation. */
  readonly marks: readonly string[];
  /** Further query parameters it knows. */
  readonly takes: readonly string[];
  readonly copies?: boolean;
}

const LIST = ['prefix', 'delimiter', 'max-keys', 'encoding-type'];
const OVERRIDES = [
  'content-type',
  'content-language',
  'expires',
  'cache-control',
  'content-disposition',
  'content-encoding',
].map((name) => `response-${name}`);
const VERSION = ['versionId'];

const row = (
  request: string,
  marks: readonly string[],
  name: string,
  run: Run,
  takes: readonly string[] = [],
  copies = false,
): Row => {
  const [method = '', on] = request.split(' ');
  return { method, on: on === 'object' ? 'object' : 'bucket', marks, name, run, takes, copies };
};

/** Everything this server does. */
const OPERATIONS: readonly Row[] = [
  row('HEAD bucket', [], 'HeadBucket', headBucket),
  row('GET bucket', ['location'], 'GetBucketLocation', getBucketLocation),
  row('GET bucket', ['list-type'], 'ListObjectsV2', listObjectsV2, [
    ...LIST,
    'continuation-token',
    'start-after',
    'fetch-owner',
  ]),
  row('GET bucket', ['versions'], 'ListObjectVersions', listObjectVersions, [
    ...LIST,
    'key-marker',
    'version-id-marker',
  ]),
  row('POST bucket', ['delete'], 'DeleteObjects', deleteObjects),
  row('GET object', [], 'GetObject', getObject, [...VERSION, ...OVERRIDES]),
  row('HEAD object', [], 'HeadObject', headObject, [...VERSION, ...OVERRIDES]),
  row('GET object', ['attributes'], 'GetObjectAttributes', getObjectAttributes, VERSION),
  row('PUT object', [], 'PutObject', putObject),
  row('PUT object', [], 'CopyObject', copyObject, [], true),
  row('DELETE object', [], 'DeleteObject', deleteObject, VERSION),
  row('GET object', ['retention'], 'GetObjectRetention', getObjectRetention, VERSION),
  row('PUT object', ['retention'], 'PutObjectRetention', putObjectRetention, VERSION),
  row('GET object', ['legal-hold'], 'GetObjectLegalHold', getObjectLegalHold, VERSION),
  row('PUT object', ['legal-hold'], 'PutObjectLegalHold', putObjectLegalHold, VERSION),
  row('GET object', ['tagging'], 'GetObjectTagging', getObjectTagging, VERSION),
  row('PUT object', ['tagging'], 'PutObjectTagging', putObjectTagging, VERSION),
  row('DELETE object', ['tagging'], 'DeleteObjectTagging', deleteObjectTagging, VERSION),
  row('POST object', ['uploads'], 'CreateMultipartUpload', createMultipartUpload),
  row('PUT object', ['uploadId', 'partNumber'], 'UploadPart', uploadPart),
  row('GET object', ['uploadId'], 'ListParts', listParts, ['max-parts', 'part-number-marker']),
  row('POST object', ['uploadId'], 'CompleteMultipartUpload', completeMultipartUpload),
  row('DELETE object', ['uploadId'], 'AbortMultipartUpload', abortMultipartUpload),
];

/** Names for requests that are refused and carry no `x-id`, which the SDK adds to some. */
const ELSEWHERE: Record<string, string> = {
  'PUT bucket': 'CreateBucket',
  'DELETE bucket': 'DeleteBucket',
  'GET bucket': 'ListObjects',
  'POST bucket': 'PostObject',
  'GET service': 'ListBuckets',
};

/** Part of every presigned URL, or of none of the service's concern. */
const passes = (name: string) => name === 'x-id' || /^x-amz-/i.test(name);

/** Finds the operation a request asks for; whatever is not in the table is refused by its name. */
export function operationOf({ method, bucketName, key, query, headers }: Incoming): Operation {
  const on = key ? 'object' : bucketName ? 'bucket' : 'service';
  const parameters = [...query.keys()].filter((name) => !passes(name));
  const copies = headers['x-amz-copy-source'] !== undefined;
  const found = OPERATIONS.filter(
    (one) =>
      one.method === method &&
      one.on === on &&
      one.copies === copies &&
      one.marks.every((mark) => parameters.includes(mark)),
  ).toSorted((a, b) => b.marks.length - a.marks.length)[0];
  const strange = parameters.filter((name) => !found?.marks.includes(name) && !found?.takes.includes(name));
  if (found && !strange.length) return found;
  const named =
    query.get('x-id') ??
    (parameters.length ? `${method} ${on} ?${parameters.join('&')}` : ELSEWHERE[`${method} ${on}`]);
  throw notImplemented(found?.name === named ? `${named} with ${strange.join(', ')}` : (named ?? `${method} ${on}`));
}
