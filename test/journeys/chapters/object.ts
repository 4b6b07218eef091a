import { createHash } from 'node:crypto';
import { one } from '#local/sample/set-up';
import { visitor } from '#local/sample/visitor';
import type { Pdf } from '../pdf.ts';
import { until } from '../stage-door.ts';
import type { Story } from '../story.ts';

interface Filed {
  readonly noticeId: string;
  readonly applicationId: string;
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly text: string;
}

/** Someone without an account objects to a notice. Gives back the receipt and the code to follow it by. */
export const object = ({ place }: Story, { noticeId, ...body }: Filed) =>
  visitor(place, 'public').call('fileObjection', { params: { noticeId }, body });

type Receipt = Awaited<ReturnType<typeof object>>;

/** The objector uploads a piece of evidence, and waits until it was looked at on arrival. Gives back its status. */
export async function addEvidence(
  { place }: Story,
  { receiptNumber, followUpCode }: Receipt,
  { name, bytes }: Pick<Pdf, 'name' | 'bytes'>,
) {
  const anyone = visitor(place, 'public');
  const params = { objectionId: receiptNumber };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { url, headers } = await anyone.call('addObjectionEvidence', {
    params,
    body: { code: followUpCode, file: { name, format: 'application/pdf', size: bytes.length, sha256 } },
  });
  const put = await fetch(url, { method: 'PUT', headers, body: new Uint8Array(bytes) });
  if (put.status !== 200) throw new Error(`${name}: ${put.status} ${await put.text()}`);
  const seen = await until(
    `${name} should be looked at`,
    () => anyone.call('followObjection', { params, body: { code: followUpCode } }),
    ({ evidence }) => evidence.some((e) => e.name === name && e.status !== 'awaited'),
  );
  return seen.evidence.find((e) => e.name === name);
}

/** An officer who examined nobody is assigned, and decides; that it is upheld another officer confirms. */
export async function settle({ cast }: Story, objectionId: string, decision: Record<string, unknown>): Promise<void> {
  const params = { objectionId };
  const personId = cast.idOf('office-2');
  await one(cast, 'office').call('assignInvestigator', { params, body: { personId } });
  await one(cast, 'office-2').call('decideObjection', { params, body: decision });
  if (decision.decision !== 'upheld') return;
  const confirm = { params, body: { decision: 'confirmed' } };
  const alone = await one(cast, 'office-2').attempt('decideObjection', confirm);
  if (alone.body.code !== 'proposal.same-person') throw new Error(`one officer upheld alone: ${alone.status}`);
  await one(cast, 'office').call('decideObjection', confirm);
}
