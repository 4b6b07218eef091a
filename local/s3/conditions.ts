import { notImplemented, S3Error } from './errors.ts';
import type { Headers } from './locking.ts';
import type { Version } from './versions.ts';

const failed = (condition: string) =>
  new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });

export const quoted = (etag: string) => `"${etag}"`;
const unquoted = (etag: string) => etag.trim().replace(/^"|"$/g, '');
const names = (header: string, etag: string) =>
  header.trim() === '*' || header.split(',').some((one) => unquoted(one) === etag);

/** Last-Modified has whole seconds, and dates are compared with what it says. */
export const inSeconds = (time: number) => Math.floor(time / 1000) * 1000;

/** Conditions on what a write replaces: `If-None-Match: *` (nothing there yet) and `If-Match` (exactly this there). */
export function assertMayWrite(headers: Headers, current: Version | undefined): void {
  const present = current && !current.marker ? current : undefined;
  const none = headers['if-none-match'];
  const match = headers['if-match'];
  if (none !== undefined && none !== '*') throw notImplemented('A write with If-None-Match other than *');
  if (none === '*' && present) throw failed('If-None-Match');
  if (match === undefined) return;
  if (!present) throw new S3Error('NoSuchKey', 'The specified key does not exist.', { Key: current?.key ?? '' });
  if (!names(match, present.etag)) throw failed('If-Match');
}

/** Conditions on a read; the headers of a copy's source carry a prefix of their own and are never 304. */
export function assertMayRead(headers: Headers, version: Version, prefix = ''): void {
  const header = (name: string) => headers[`${prefix}${name}`];
  const modified = inSeconds(version.modified);
  const unless = (condition: string) => {
    if (prefix) return failed(`${prefix}${condition}`);
    return new S3Error('NotModified', 'Not Modified', {}, { etag: quoted(version.etag) });
  };
  const match = header('if-match');
  const none = header('if-none-match');
  const since = header('if-modified-since');
  const unmodified = header('if-unmodified-since');
  if (match !== undefined && !names(match, version.etag)) throw failed(`${prefix}If-Match`);
  if (match === undefined && unmodified !== undefined && modified > Date.parse(unmodified))
    throw failed(`${prefix}If-Unmodified-Since`);
  if (none !== undefined && names(none, version.etag)) throw unless('if-none-match');
  if (none === undefined && since !== undefined && modified <= Date.parse(since)) throw unless('if-modified-since');
}
