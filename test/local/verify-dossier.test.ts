import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open } from 'yauzl';
import type { Entry } from 'yauzl';
import { ZipFile } from 'yazl';
import type { AuditEvent } from '#domain/audit/event';
import { canonical } from '#domain/audit/event';
import type { AuditFile, DossierManifest } from '#domain/dossier/manifest';
import { dossiers } from '#functions/gateways/dossiers';
import { linkHash } from '#functions/store/chain';
import { verifyDossier } from '#local/verify-dossier';
import { LocalS3, locking, plain } from './s3/local-s3.ts';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const original = Buffer.alloc(9 * 1024 * 1024, 'a page of the self-assessment ');
const number = '2027-Z-1';
const submission = canonical({
  files: [
    {
      documentId: 'doc_1',
      name: '自评报告.pdf',
      format: 'application/pdf',
      size: original.length,
      sha256: sha256(original),
    },
  ],
});

/** Three events of the application, chained. */
function trail(): AuditFile {
  let previousHash = '';
  const events = ['applicationBegun', 'applicationSubmitted', 'eligibilityPassed'].map((type, i): AuditEvent => {
    const event = {
      ...{ eventId: `evt_${i}`, recordType: 'application', recordId: 'app_1', programmeId: 'p', sequence: i + 1 },
      ...{ at: '2027-03-01T00:00:00.000Z', actor: { personId: 'per_1', name: '张' }, type },
      ...(i === 1 && { detail: { number, manifestSha256: sha256(submission) } }),
    };
    const hash = linkHash(previousHash, event);
    const chained = { ...event, previousHash, hash };
    previousHash = hash;
    return chained;
  });
  return { recordType: 'application', recordId: 'app_1', head: { sequence: 3, hash: previousHash }, events };
}

const manifestOf = (entries: DossierManifest['entries']) =>
  canonical({
    ...{ format: 'quality-award-dossier/1', kind: 'dossier', exportId: 'exp_1', programmeId: 'p', cycleId: 'cyc_1' },
    ...{ applicationId: 'app_1', code: number, exportedAt: '2027-03-01T00:00:00.000Z', exportedBy: '李', entries },
  });

const local = new LocalS3();
let whole: string;

beforeAll(async () => {
  await local.start(plain('staging'), locking('records'));
  const s3 = local.client();
  await s3.send(new PutObjectCommand({ Bucket: 'records', Key: 'p/doc_1', Body: original }));
  async function* pieces() {
    yield { path: 'metadata/application.json', text: '{}' };
    yield { path: 'originals/doc_1-自评报告.pdf', documentId: 'doc_1', kept: { key: 'p/doc_1' } };
    yield { path: `submissions/manifest-${number}.json`, text: submission };
    yield { path: 'audit/application.json', text: JSON.stringify(trail()) };
  }
  const gateway = dossiers(s3, { staging: 'staging', records: 'records' });
  const packed = await gateway.pack('exports/exp_1.zip', pieces(), (entries) => manifestOf([...entries]), new Date(0));
  const zip = await s3.send(new GetObjectCommand({ Bucket: 'staging', Key: 'exports/exp_1.zip' }));
  const bytes = Buffer.from((await zip.Body?.transformToByteArray()) ?? []);
  expect({ size: packed.size, sha256: packed.sha256 }).toEqual({ size: bytes.length, sha256: sha256(bytes) });
  whole = join(local.dir, 'whole.zip');
  writeFileSync(whole, bytes);
});
afterAll(() => local.remove());

async function contentsOf(file: string): Promise<Map<string, Buffer>> {
  const contents = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) =>
    open(file, { lazyEntries: true }, (_, zip) => {
      zip.on('end', resolve);
      zip.on('entry', (entry: Entry) =>
        zip.openReadStream(entry, (_error, stream) => {
          buffer(stream).then((bytes) => {
            contents.set(entry.fileName, bytes);
            zip.readEntry();
          }, reject);
        }),
      );
      zip.readEntry();
    }),
  );
  return contents;
}

/** The dossier as somebody would leave it who changes something, a good ZIP again. */
async function tampered(change: (contents: Map<string, Buffer>) => void): Promise<string> {
  const contents = await contentsOf(whole);
  change(contents);
  const zip = new ZipFile();
  for (const [path, bytes] of contents) zip.addBuffer(bytes, path);
  zip.end();
  const file = join(local.dir, `tampered-${contents.size}-${Math.random()}.zip`);
  await pipeline(zip.outputStream, createWriteStream(file));
  return file;
}

const path = {
  original: 'originals/doc_1-自评报告.pdf',
  submission: `submissions/manifest-${number}.json`,
  audit: 'audit/application.json',
};
const changed = (bytes: Buffer | undefined, change: (text: string) => string) => Buffer.from(change(String(bytes)));
/** Writes the manifest anew, so that it fits what was changed. */
const remade = (contents: Map<string, Buffer>) => {
  const manifest = JSON.parse(String(contents.get('manifest.json'))) as DossierManifest;
  const entries = manifest.entries.flatMap((e) => {
    const bytes = contents.get(e.path);
    return bytes ? [{ ...e, size: bytes.length, sha256: sha256(bytes) }] : [];
  });
  contents.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, entries })));
};

test('a dossier as it was packed is whole, and its manifest is the one registered', async () => {
  const { manifest, problems } = await verifyDossier(whole);
  expect(problems).toEqual([]);
  expect(manifest?.entries.map((e) => e.path)).toEqual([
    'metadata/application.json',
    path.original,
    path.submission,
    path.audit,
  ]);
});

describe('what was done to a dossier is found', () => {
  const flip = (contents: Map<string, Buffer>) => {
    const bytes = contents.get(path.original);
    if (bytes) bytes[5_000_000] = (bytes[5_000_000] ?? 0) ^ 1;
  };
  const rewrite = (contents: Map<string, Buffer>) =>
    contents.set(
      path.audit,
      changed(contents.get(path.audit), (text) => text.replace('张', '王')),
    );
  test.each([
    [
      'one bit of an original',
      flip,
      [
        [path.original, 'changed'],
        [path.original, 'notAsHandedIn'],
      ],
    ],
    [
      'one bit of an original, and the manifest made to fit',
      (c: Map<string, Buffer>) => [flip(c), remade(c)],
      [[path.original, 'notAsHandedIn']],
    ],
    [
      'an audit event',
      rewrite,
      [
        [path.audit, 'changed'],
        [path.audit, 'chainBroken'],
      ],
    ],
    [
      'an audit event, and the manifest made to fit',
      (c: Map<string, Buffer>) => [rewrite(c), remade(c)],
      [[path.audit, 'chainBroken']],
    ],
    [
      'the last audit event taken away, and the manifest made to fit',
      (c: Map<string, Buffer>) => {
        const file = trail();
        c.set(path.audit, Buffer.from(JSON.stringify({ ...file, events: file.events.slice(0, 2) })));
        remade(c);
      },
      [[path.audit, 'chainBroken']],
    ],
    [
      'the submission made to fit a forged original',
      (c: Map<string, Buffer>) => {
        flip(c);
        const forged = sha256(c.get(path.original) ?? '');
        c.set(
          path.submission,
          changed(c.get(path.submission), (t) => t.replace(sha256(original), forged)),
        );
        remade(c);
      },
      [[path.submission, 'notAsReceipted']],
    ],
    ['an original taken out', (c: Map<string, Buffer>) => c.delete(path.original), [[path.original, 'missing']]],
    [
      'an original taken out, of the manifest too',
      (c: Map<string, Buffer>) => [c.delete(path.original), remade(c)],
      [[path.submission, 'handedInMissing']],
    ],
    [
      'a submission taken out',
      (c: Map<string, Buffer>) => [c.delete(path.submission), remade(c)],
      [[path.submission, 'missing']],
    ],
    [
      'a file put in',
      (c: Map<string, Buffer>) => c.set('metadata/more.json', Buffer.from('{}')),
      [['metadata/more.json', 'added']],
    ],
    ['the manifest taken out', (c: Map<string, Buffer>) => c.delete('manifest.json'), [['manifest.json', 'missing']]],
  ] as const)('%s', async (_, change, expected) => {
    const { problems } = await verifyDossier(await tampered(change));
    expect(problems.map((p) => [p.path, p.problem])).toEqual(expected);
  });
});

test('a byte changed in the ZIP itself is found though the ZIP is not a good one any more', async () => {
  const bytes = readFileSync(whole);
  bytes[5_000_000] = (bytes[5_000_000] ?? 0) ^ 1;
  const file = join(local.dir, 'broken.zip');
  writeFileSync(file, bytes);
  const { problems } = await verifyDossier(file);
  expect(problems[0]).toMatchObject({ path: path.original, problem: 'changed' });
});
