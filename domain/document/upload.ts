import type * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Document, Format, declaration } from './document.ts';
import type { FileLimits } from './limits.ts';
import { refuseIfTooLarge, refuseUnlessWithinLimits, usualLimits } from './limits.ts';

/** What a file is declared under; files that were handed in stay (A29). */
interface Parent {
  readonly programmeId: string;
  readonly parent: string;
  readonly handedIn?: readonly string[];
  /** Those of the application's cycle; absent for what belongs to no application: the usual ones. */
  readonly limits?: FileLimits;
}

/** The file that a declared one is to take the place of. */
function replacedBy(
  { replaces }: z.infer<typeof declaration>,
  present: readonly Document[],
  handedIn: Parent['handedIn'],
) {
  if (!replaces) return undefined;
  const replaced = present.find((d) => d.documentId === replaces && d.status !== 'removed');
  refuseUnless(replaced !== undefined, 'record.not-found', { record: 'document' });
  refuseUnless(!handedIn?.includes(replaces), 'document.not-removable');
  return replaced;
}

/**
 * Declares a file that will be uploaded. Throws `Refused` document.too-large, document.total-exceeded,
 * document.too-many, and document.not-removable for one that would take the place of a file handed in.
 */
export function declareDocument(
  parent: Parent,
  declared: z.infer<typeof declaration>,
  present: readonly Document[],
  id: string,
  circumstances: Circumstances,
): Outcome<Document> {
  const { limits = usualLimits } = parent;
  refuseIfTooLarge(declared, limits);
  const replaced = replacedBy(declared, present, parent.handedIn);
  const standing = present.filter((d) => d.status !== 'removed' && d.status !== 'rejected' && d !== replaced);
  refuseUnlessWithinLimits([...standing, declared], limits);
  const next: Document = {
    ...newHead(parent.programmeId),
    ...declared,
    documentId: `${parent.parent.replace(':', '~')}~${id}`,
    parent: parent.parent,
    ownerId: circumstances.actor.personId,
    status: 'awaited',
    stagingKey: `${parent.parent.replace(':', '~')}~${id}`,
  };
  const { kind, size, sha256 } = declared;
  return decided(circumstances, next, { type: 'documentDeclared', detail: { kind, size, sha256 } });
}

/** What arrived, as the store measured it. */
export interface Arrival {
  readonly size: number;
  readonly sha256: string | undefined;
  readonly firstBytes: Uint8Array;
  /** What a ZIP has in it. */
  readonly entries: readonly string[];
}

const starts = (bytes: Uint8Array, ...magic: number[]) => magic.every((byte, i) => bytes[i] === byte);

/** Whether the content is what its format is: the name of a file proves nothing. OFD is a ZIP with OFD.xml at its root. */
const looksLike: Readonly<Record<Format, (bytes: Uint8Array, entries: readonly string[]) => boolean>> = {
  'application/pdf': (b) => starts(b, 0x25, 0x50, 0x44, 0x46, 0x2d),
  'application/ofd': (b, entries) => starts(b, 0x50, 0x4b, 0x03, 0x04) && entries.includes('OFD.xml'),
  'image/jpeg': (b) => starts(b, 0xff, 0xd8, 0xff),
  'image/png': (b) => starts(b, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
};

/** Checks a file on arrival: size, hash and content against what was declared. */
export function receiveDocument(of: Document, arrival: Arrival, circumstances: Circumstances): Outcome<Document> {
  const problem =
    arrival.size !== of.size
      ? `大小与声明不符:${arrival.size} 字节 / size differs from the declaration`
      : arrival.sha256 !== of.sha256
        ? 'SHA-256 与声明不符 / the hash differs from the declaration'
        : looksLike[of.format](arrival.firstBytes, arrival.entries)
          ? undefined
          : `文件内容不是 ${of.format} / the content is not ${of.format}`;
  const next: Document = problem ? { ...of, status: 'rejected', problem } : { ...of, status: 'checked' };
  return decided(circumstances, next, {
    type: problem ? 'documentRejected' : 'documentChecked',
    detail: { kind: of.kind, ...(problem && { problem }) },
  });
}

/** Takes a file back. Throws `Refused` document.not-removable once it belongs to a submission or a decision names it (A29). */
export function removeDocument(of: Document, handedIn: boolean, circumstances: Circumstances): Outcome<Document> {
  refuseUnless(!handedIn, 'document.not-removable');
  return decided(circumstances, { ...of, status: 'removed' }, { type: 'documentRemoved', detail: { kind: of.kind } });
}

/** Marks a file as confidential, or no longer: whoever opens one for the process is noted in the audit trail. */
export const markConfidential = (
  of: Document,
  confidential: boolean,
  circumstances: Circumstances,
): Outcome<Document> =>
  decided(circumstances, { ...of, confidential }, { type: 'documentMarked', detail: { confidential } });

/** Notes who opened a file that is not theirs (PIPL). */
export const noteOpened = (of: Document, circumstances: Circumstances): Outcome<Document> => {
  const type = of.confidential ? 'confidentialDocumentOpened' : 'documentOpened';
  return decided(circumstances, of, { type, detail: { kind: of.kind } });
};

/** Notes that a paper lies in the records from now on, locked: that copy is the one read (A29). */
export const noteKept = (
  of: Document,
  kept: NonNullable<Document['kept']>,
  circumstances: Circumstances,
): Outcome<Document> =>
  decided(circumstances, { ...of, kept }, { type: 'documentKept', detail: { kind: of.kind, sha256: of.sha256 } });
