import type { Place, Visitor } from '#local/sample/visitor';
import type { Pdf } from './pdf.ts';

/** Asks again until the answer fits, as a person who reloads would; gives up after a while. */
export async function until<T>(what: string, ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the case is in the stage, as one of its readers sees it. */
export const untilStage = (reader: Visitor, applicationId: string, stage: string) =>
  until(
    `${applicationId} should come to ${stage}`,
    () => reader.call('showApplication', { params: { applicationId } }),
    (application) => application.stage === stage,
  );

interface Upload {
  readonly document: { readonly documentId: string };
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** Puts the file where the presigned URL says and waits until it passed its check on arrival. */
async function putAndWait(by: Visitor, upload: Upload, { bytes, name }: Pdf): Promise<string> {
  const put = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(bytes) });
  if (put.status !== 200) throw new Error(`${name}: ${put.status} ${await put.text()}`);
  const { documentId } = upload.document;
  await until(
    `${name} should pass its check`,
    () => by.call('showDocument', { params: { documentId } }),
    (document) => document.status === 'checked',
  );
  return documentId;
}

const declared = (kind: string, { name, bytes, sha256 }: Pdf) => ({
  kind,
  name,
  format: 'application/pdf',
  size: bytes.length,
  sha256,
});

/** Hands in one of an application's files. */
export const addDocument = async (by: Visitor, applicationId: string, kind: string, pdf: Pdf) =>
  putAndWait(by, await by.call('addDocument', { params: { applicationId }, body: declared(kind, pdf) }), pdf);

/** Hands in a paper of the process. */
export const addPaper = async (by: Visitor, programmeId: string, kind: string, pdf: Pdf) =>
  putAndWait(by, await by.call('addPaper', { params: { programmeId }, body: declared(kind, pdf) }), pdf);

/** Moves the award's clock of a local cloud, playing everything that falls due. Gives back the new time. */
export async function moveClock(place: Place, how: { by: string } | { to: string }): Promise<string> {
  const response = await fetch(new URL('/local/clock', place.url), { method: 'POST', body: JSON.stringify(how) });
  const answer = (await response.json()) as { now: string };
  if (response.status !== 200) throw new Error(`clock: ${response.status} ${JSON.stringify(answer)}`);
  return answer.now;
}

/** What the award's clock says. */
export async function clockOf(place: Place): Promise<number> {
  const response = await fetch(new URL('/local/clock', place.url));
  return Date.parse(((await response.json()) as { now: string }).now);
}
