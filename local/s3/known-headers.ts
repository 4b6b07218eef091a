import { ALGORITHMS, checksumHeader } from './checksums.ts';
import type { Incoming } from './call.ts';
import { notImplemented, S3Error } from './errors.ts';
import type { Headers } from './locking.ts';

const KNOWN = new Set([
  'x-amz-date',
  'x-amz-content-sha256',
  'x-amz-decoded-content-length',
  'x-amz-security-token',
  'x-amz-user-agent',
  'x-amz-trailer',
  'x-amz-sdk-checksum-algorithm',
  'x-amz-checksum-algorithm',
  'x-amz-checksum-type',
  'x-amz-checksum-mode',
  ...ALGORITHMS.map(checksumHeader),
  'x-amz-tagging',
  'x-amz-tagging-directive',
  'x-amz-metadata-directive',
  'x-amz-copy-source',
  'x-amz-copy-source-if-match',
  'x-amz-copy-source-if-none-match',
  'x-amz-copy-source-if-modified-since',
  'x-amz-copy-source-if-unmodified-since',
  'x-amz-object-lock-mode',
  'x-amz-object-lock-retain-until-date',
  'x-amz-object-lock-legal-hold',
  'x-amz-bypass-governance-retention',
  'x-amz-storage-class',
  'x-amz-server-side-encryption',
  'x-amz-expected-bucket-owner',
  'x-amz-source-expected-bucket-owner',
  'x-amz-mp-object-size',
  'x-amz-object-attributes',
]);

/** In a presigned URL these travel in the query; of the rest it is not certain that S3 heeds them there. */
const HOISTED = /^x-amz-(meta-.+|checksum-mode|sdk-checksum-algorithm|security-token|user-agent)$/;

/** The headers, with those a presigned URL carries in its query; refuses by name what would silently do nothing. */
export function headersWithHoisted({ pairs, headers }: Incoming): Headers {
  const hoisted = pairs
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(
      ([name]) =>
        name.startsWith('x-amz-') &&
        !/^x-amz-(algorithm|credential|date|expires|signedheaders|signature|content-sha256|security-token)$/.test(name),
    );
  const unsafe = hoisted.find(([name]) => !HOISTED.test(name));
  if (unsafe)
    throw notImplemented(`${unsafe[0]} in the query of a presigned URL (sign it as a header: unhoistableHeaders)`);
  const known = hoisted.filter(([name]) => name !== 'x-amz-sdk-checksum-algorithm');
  return { ...Object.fromEntries(known), ...headers };
}

/** Refuses every x-amz-… header whose meaning this server would not honour. */
export function assertKnownHeaders(headers: Headers, account: string): void {
  const unknown = Object.keys(headers).find(
    (name) => name.startsWith('x-amz-') && !name.startsWith('x-amz-meta-') && !KNOWN.has(name),
  );
  if (unknown === 'x-amz-acl' || unknown?.startsWith('x-amz-grant-')) {
    throw new S3Error('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  }
  if (unknown) throw notImplemented(`The header ${unknown}`);
  const encryption = headers['x-amz-server-side-encryption'];
  if (encryption !== undefined && encryption !== 'AES256') throw notImplemented(`Server-side encryption ${encryption}`);
  for (const name of ['x-amz-expected-bucket-owner', 'x-amz-source-expected-bucket-owner']) {
    if (headers[name] !== undefined && headers[name] !== account) throw new S3Error('AccessDenied', 'Access Denied');
  }
}
