import { dateAt } from '#domain/calendar/civil';
import { parseClockExpression } from '#local/clock-expression';
import type { Patience, Place, Visitor } from '#local/sample/visitor';
import { patienceOf } from '#local/sample/visitor';
import type { Pdf } from './pdf.ts';
import { makePdf } from './pdf.ts';

/** Asks again until the answer fits, as a person who reloads would; gives up after a while. */
export async function until<T>(what: string, ask: () => Promise<T>, fits: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + 30_000;
  // Longer from time to time: those who ask side by side would keep what they wait for from being done.
  for (let pause = 50; ; pause = Math.min(400, pause * 1.4)) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/**
 * Asks again, twice at most, where a function ran out of its time: on a machine with too much to do that says nothing
 * about the function, and a client with an idempotency key may.
 */
export const askingAgain: Patience = async (act) => {
  for (let left = 2; ; left -= 1) {
    const answer = await act();
    if ((answer as { status?: unknown }).status !== 500 || left === 0) return answer;
  }
};

/** Everything in a list, page after page. */
export async function everything<T>(
  ask: (query: Record<string, string | number>) => Promise<{ items: T[]; cursor?: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask({ limit: 100, ...(cursor && { cursor }) });
    all.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return all;
}

/** Waits until the case is in the stage, as one of its readers sees it. */
export const untilStage = (reader: Visitor, applicationId: string, stage: string) =>
  until(
    `${applicationId} should come to ${stage}`,
    () => reader.call('showApplication', { params: { applicationId } }),
    (application) => application.stage === stage,
  );

/**
 * Does it for each, so many at a time; the answers are in the order of the items. The first goes ahead alone: functions
 * that start side by side, all cold, would keep each other waiting.
 */
export async function inParallel<T, R>(items: readonly T[], width: number, act: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  let next = 0;
  const work = async (upTo: number) => {
    while (next < upTo) {
      const at = next++;
      answers[at] = await act(items[at] as T);
    }
  };
  await work(Math.min(1, items.length));
  await Promise.all(Array.from({ length: width }, () => work(items.length)));
  return answers;
}

interface Upload {
  readonly document: { readonly documentId: string };
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** Puts the file where the presigned URL says and waits until it passed its check on arrival. */
export async function putAndWait(by: Visitor, upload: Upload, { bytes, name }: Pdf): Promise<string> {
  const put = await by.patiently(async () => {
    const response = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(bytes) });
    return { status: response.status, text: await response.text() };
  });
  // 412: the file is there already, from a try whose answer was lost.
  if (put.status !== 200 && put.status !== 412) throw new Error(`${name}: ${put.status} ${put.text}`);
  const { documentId } = upload.document;
  await until(
    `${name} should pass its check`,
    () => by.call('showDocument', { params: { documentId } }),
    (document) => document.status === 'checked',
  );
  return documentId;
}

export const declared = (kind: string, { name, bytes, sha256 }: Pdf) => ({
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

/** A member of the committee uploads a signed resolution, adopted today in Kunming, and records it. */
export async function recordResolution(place: Place, by: Visitor, programmeId: string, kind: string) {
  const documentId = await addPaper(by, programmeId, 'resolution', makePdf('决议.pdf', 2000, 500));
  const adoptedOn = dateAt(instantOf(await clockOf(place)));
  return by.call('recordResolution', {
    params: { programmeId },
    body: { kind, title: '决议', adoptedOn, text: '同意。', documentId },
  });
}

/** A member of a visit's team puts a photo where the presigned URL says. */
export async function addPhoto(by: Visitor, applicationId: string, photo: Pdf): Promise<string> {
  const { kind: _, ...body } = { ...declared('', photo), format: 'image/png' };
  return putAndWait(by, await by.call('addOnSiteEvidence', { params: { applicationId }, body }), photo);
}

/** A recommending body uploads its signed opinion and gives it. */
export async function recommend(by: Visitor, programmeId: string, applicationId: string, seed = 1) {
  const documentId = await addPaper(by, programmeId, 'recommendation', makePdf('推荐意见.pdf', 2000, seed));
  return by.call('recommend', {
    params: { applicationId },
    body: { opinion: '质量管理成效显著,同意推荐。', documentId },
  });
}

const instantOf = (at: number) => new Date(at).toISOString();

/** Moves the award's clock of a local cloud, playing everything that falls due. Gives back the new time. */
export async function moveClock(place: Place, how: { by: string } | { to: string }): Promise<string> {
  // A distance becomes a time first: a move that has to be repeated must not go twice as far.
  const to = 'to' in how ? how.to : instantOf(parseClockExpression(how.by, await clockOf(place)));
  let tries = 0;
  return patienceOf(place)(async () => {
    tries += 1;
    const response = await fetch(new URL('/local/clock', place.url), { method: 'POST', body: JSON.stringify({ to }) });
    const answer = (await response.json()) as { now: string };
    // 409: the clock is past that time already, by a try whose answer was lost.
    if (response.status === 409 && tries > 1) return to;
    if (response.status !== 200) throw new Error(`clock: ${response.status} ${JSON.stringify(answer)}`);
    return answer.now;
  });
}

/** Waits until everything that followed from what was done is done: after a crowd, longer than a clock waits. */
export async function untilSettled(place: Place): Promise<void> {
  const settle = () => fetch(new URL('/local/settle', place.url), { method: 'POST' });
  for (let tries = 10; (await patienceOf(place)(settle)).status !== 200; tries -= 1)
    if (tries === 0) throw new Error('the cloud does not come to rest');
}

/** What the award's clock says. */
export async function clockOf(place: Place): Promise<number> {
  return patienceOf(place)(async () => {
    const response = await fetch(new URL('/local/clock', place.url));
    return Date.parse(((await response.json()) as { now: string }).now);
  });
}
