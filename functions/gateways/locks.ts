import {
  GetObjectRetentionCommand,
  ListObjectVersionsCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import type { S3Client } from '@aws-sdk/client-s3';

/** A version of a file of the records. */
interface KeptVersion {
  readonly key: string;
  readonly versionId: string;
  readonly size: number;
}

/** At most so many calls at once: S3 takes thousands a second, a function's sockets do not. */
const together = 20;

/** Locks of the records: lengthened and put on hold, never loosened; disposal is a tag that a rule of the bucket reads. */
export const locks = (
  s3: S3Client,
  { records, lockMode }: { readonly records: string | undefined; readonly lockMode: 'GOVERNANCE' | 'COMPLIANCE' },
) => {
  const at = ({ key, versionId }: KeptVersion) => ({ Bucket: records, Key: key, VersionId: versionId });
  const lockedUntil = async (of: KeptVersion): Promise<Date | undefined> => {
    const { Retention } = await s3.send(new GetObjectRetentionCommand(at(of)));
    return Retention?.RetainUntilDate;
  };
  async function* versions(folder: string): AsyncGenerator<KeptVersion> {
    let next: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
    while (next) {
      const page: Awaited<ReturnType<typeof list>> = await list(folder, next);
      for (const { Key = '', VersionId = '', Size = 0 } of page.Versions ?? [])
        yield { key: Key, versionId: VersionId, size: Size };
      next = page.IsTruncated
        ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker }
        : undefined;
    }
  }
  const list = (Prefix: string, from: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined }) =>
    s3.send(new ListObjectVersionsCommand({ Bucket: records, Prefix, ...from }));
  const each = async (folder: string, act: (of: KeptVersion) => Promise<unknown>): Promise<number> => {
    let done = 0;
    let batch: KeptVersion[] = [];
    const flush = async () => {
      await Promise.all(batch.map(act));
      done += batch.length;
      batch = [];
    };
    for await (const version of versions(folder)) if (batch.push(version) === together) await flush();
    await flush();
    return done;
  };
  return {
    versions,
    lockedUntil,
    /** Locks everything in the folder until the date at least; what is locked longer stays so. Answers how many. */
    lockUntil: (folder: string, date: string) =>
      each(folder, async (of) => {
        const until = await lockedUntil(of);
        if (until && until >= new Date(date)) return;
        const Retention = { Mode: lockMode, RetainUntilDate: new Date(date) };
        await s3.send(new PutObjectRetentionCommand({ ...at(of), Retention }));
      }),
    /** Puts everything in the folder on hold, or lifts the hold. */
    hold: (folder: string, on: boolean) =>
      each(folder, (of) =>
        s3.send(new PutObjectLegalHoldCommand({ ...at(of), LegalHold: { Status: on ? 'ON' : 'OFF' } })),
      ),
    /** Marks a file as one whose disposal is approved: the store removes it, when nothing locks it any more. */
    approveDisposal: (of: KeptVersion) =>
      s3.send(
        new PutObjectTaggingCommand({ ...at(of), Tagging: { TagSet: [{ Key: 'disposal', Value: 'approved' }] } }),
      ),
  };
};
