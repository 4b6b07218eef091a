import { createHash } from 'node:crypto';
import { open } from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { DossierManifest } from '#domain/dossier/manifest';
import { dossierManifest, paths } from '#domain/dossier/manifest';
import type { Discrepancy, Found } from '#domain/dossier/verify';
import { discrepancies } from '#domain/dossier/verify';
import { linkHash } from '#functions/store/chain';

const opened = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? reject(error) : resolve(zip))),
  );

const isRead = (path: string) =>
  path === paths.manifest || path.startsWith(paths.audit) || path.startsWith(paths.submissions);

/** Reads an entry to its end; an entry whose own checksum does not fit is found by what its bytes are. */
async function looked(zip: ZipFile, entry: Entry): Promise<Found> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, readable) => (error ? reject(error) : resolve(readable))),
  );
  const hash = createHash('sha256');
  const texts: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      hash.update(chunk);
      if (isRead(entry.fileName)) texts.push(chunk);
    }
  } catch {
    return { size, sha256: 'unreadable' };
  }
  return { size, sha256: hash.digest('hex'), text: texts.length > 0 ? Buffer.concat(texts).toString() : undefined };
}

async function entriesOf(file: string): Promise<Map<string, Found>> {
  const zip = await opened(file);
  const found = new Map<string, Found>();
  const ended = new Promise<void>((resolve, reject) => {
    zip.on('end', resolve);
    zip.on('error', reject);
    zip.on('entry', (entry: Entry) => {
      looked(zip, entry).then((is) => {
        found.set(entry.fileName, is);
        zip.readEntry();
      }, reject);
    });
  });
  zip.readEntry();
  await ended;
  zip.close();
  return found;
}

/** What a check of a dossier found; it needs the ZIP and nothing else. */
export interface Verified {
  readonly manifest: DossierManifest | undefined;
  readonly manifestSha256: string | undefined;
  readonly problems: readonly Discrepancy[];
}

/** Checks a dossier, at constant memory however large it is. Rejects for what is not a ZIP. */
export async function verifyDossier(file: string): Promise<Verified> {
  const found = await entriesOf(file);
  const is = found.get(paths.manifest);
  const read = dossierManifest.safeParse(is?.text && JSON.parse(is.text));
  if (!is || !read.success)
    return {
      ...{ manifest: undefined, manifestSha256: is?.sha256 },
      problems: [{ path: paths.manifest, problem: is ? 'unreadable' : 'missing' }],
    };
  return { manifest: read.data, manifestSha256: is.sha256, problems: discrepancies(read.data, found, linkHash) };
}
