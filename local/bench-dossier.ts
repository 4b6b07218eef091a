import { fork } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { canonical } from '#domain/audit/event';
import type { DossierManifest } from '#domain/dossier/manifest';
import { dossiers } from '#functions/gateways/dossiers';
import { createS3 } from './s3/s3.ts';
import { verifyDossier } from './verify-dossier.ts';

/*
 * npm run bench:dossier: packs a dossier of 2 GB from the local S3 into it, downloads and verifies it, and says how long
 * each took and how much memory at most. S3 is in the parent process, so that the figures are the packing's alone.
 */
const files = 40;
const bytesEach = 50 * 1024 * 1024;
const [endpoint] = process.argv.slice(2);

const client = (url: string) =>
  new S3Client({
    ...{ endpoint: url, region: 'cn-north-1', requestChecksumCalculation: 'WHEN_REQUIRED' },
    credentials: { accessKeyId: 'BENCH', secretAccessKey: 'bench' },
  });

const timed = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  const done = await act();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${what}: ${seconds} s, at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB in memory`);
  return done;
};

async function packAndVerify(url: string): Promise<void> {
  const s3 = client(url);
  const file = join(mkdtempSync(join(tmpdir(), 'dossier-')), 'dossier.zip');
  async function* pieces() {
    for (let i = 0; i < files; i++) yield { path: `originals/${i}.pdf`, kept: { key: String(i) } };
  }
  const manifestOf = (entries: DossierManifest['entries']) =>
    canonical({
      ...{ format: 'quality-award-dossier/1', kind: 'dossier', exportId: 'exp', programmeId: 'p', cycleId: 'cyc' },
      ...{ applicationId: 'app', exportedAt: new Date(0).toISOString(), exportedBy: 'bench', entries },
    });
  const gateway = dossiers(s3, { staging: 'staging', records: 'records' });
  const packed = await timed('packed', () =>
    gateway.pack('exports/dossier.zip', pieces(), (entries) => manifestOf([...entries]), new Date(0)),
  );
  console.log(`${packed.entries} entries, ${(packed.size / 1e9).toFixed(2)} GB`);
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'staging', Key: 'exports/dossier.zip' }));
  await timed('downloaded', () => pipeline(Body as Readable, createWriteStream(file)));
  const { problems } = await timed('verified', () => verifyDossier(file));
  console.log(problems.length === 0 ? 'whole' : problems);
  rmSync(join(file, '..'), { recursive: true });
}

async function serveAndFill(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 's3-bench-'));
  const principal = { accessKeyId: 'BENCH', secretAccessKey: 'bench', name: 'bench' };
  const s3 = createS3({
    ...{ dir, region: 'cn-north-1', partition: 'aws-cn', clock: { now: () => Date.now(), offset: () => 0 } },
    authority: { principal: () => principal, authorize: () => undefined, record: () => undefined },
    onEvent: () => undefined,
  });
  for (const name of ['staging', 'records']) s3.ensureBucket({ name, versioning: false });
  const server = createServer(s3.handle).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const bytes = randomFillSync(Buffer.alloc(bytesEach));
  for (let i = 0; i < files; i++)
    await client(url).send(new PutObjectCommand({ Bucket: 'records', Key: String(i), Body: bytes }));
  const child = fork(fileURLToPath(import.meta.url), [url]);
  await new Promise((ended) => child.once('exit', ended));
  server.closeAllConnections();
  server.close();
  s3.close();
  rmSync(dir, { recursive: true });
}

if (endpoint) await packAndVerify(endpoint);
else await serveAndFill();
