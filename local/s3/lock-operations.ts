import * as z from 'zod';
import type { Answer, Call } from './call.ts';
import { assertDigest, mayBypass } from './delete-object.ts';
import { S3Error } from './errors.ts';
import { findVersion } from './find-version.ts';
import { assertLockable, assertRetentionChange, readRetention } from './locking.ts';
import { receiveText } from './receive.ts';
import type { Store } from './store.ts';
import { readXml, xmlDocument } from './xml.ts';

const DAY = 86_400_000;
const none = () =>
  new S3Error('NoSuchObjectLockConfiguration', 'The specified object does not have a ObjectLock configuration');

export async function getObjectRetention(call: Call, store: Store): Promise<Answer> {
  call.access.demand('s3:GetObjectRetention', call.bucket, call.key);
  assertLockable(call.bucket);
  const { retention } = findVersion(call, store).lock;
  if (!retention) throw none();
  const { mode, until } = retention;
  return {
    status: 200,
    body: xmlDocument('Retention', { Mode: mode, RetainUntilDate: new Date(until).toISOString() }),
  };
}

const retentionDocument = z.union([
  z.object({ Mode: z.string().optional(), RetainUntilDate: z.string().optional() }),
  z.string().transform(() => ({ Mode: undefined, RetainUntilDate: undefined })),
]);

/** Sets, lengthens or (governance, with a bypass) shortens or lifts a retention. An empty document lifts it. */
export async function putObjectRetention(call: Call, store: Store): Promise<Answer> {
  const { access, bucket, key } = call;
  assertDigest(call);
  const { Mode, RetainUntilDate } = readXml(await receiveText(call), 'Retention', retentionDocument);
  const now = store.clock.now();
  const next =
    Mode === undefined && RetainUntilDate === undefined ? undefined : readRetention(Mode, RetainUntilDate, now);
  access.demand('s3:PutObjectRetention', bucket, key, {
    ...(next && {
      's3:object-lock-mode': next.mode,
      's3:object-lock-retain-until-date': new Date(next.until).toISOString(),
      's3:object-lock-remaining-retention-days': String(Math.ceil((next.until - now) / DAY)),
    }),
  });
  assertLockable(bucket);
  const version = findVersion(call, store);
  assertRetentionChange(version.lock.retention, next, now, () => mayBypass(call, key));
  store.db.run(
    'UPDATE version SET lock_mode = ?, lock_until = ? WHERE seq = ?',
    next?.mode ?? null,
    next?.until ?? null,
    version.seq,
  );
  return { status: 200 };
}

export async function getObjectLegalHold(call: Call, store: Store): Promise<Answer> {
  call.access.demand('s3:GetObjectLegalHold', call.bucket, call.key);
  assertLockable(call.bucket);
  const { hold } = findVersion(call, store).lock;
  return { status: 200, body: xmlDocument('LegalHold', { Status: hold ? 'ON' : 'OFF' }) };
}

const holdDocument = z.object({ Status: z.enum(['ON', 'OFF']) });

export async function putObjectLegalHold(call: Call, store: Store): Promise<Answer> {
  call.access.demand('s3:PutObjectLegalHold', call.bucket, call.key);
  assertLockable(call.bucket);
  assertDigest(call);
  const { Status } = readXml(await receiveText(call), 'LegalHold', holdDocument);
  const version = findVersion(call, store);
  store.db.run('UPDATE version SET legal_hold = ? WHERE seq = ?', Status === 'ON' ? 1 : 0, version.seq);
  return { status: 200 };
}
