import * as z from 'zod';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead, recordHead } from '../record.ts';

/** The announcement to the public (公告), the circular to units (通知), and what changes either (A15). */
export const publicationKinds = ['announcement', 'circular', 'amendment'] as const;

/** What is published: with its number, as it was signed. */
export const newPublication = z.object({
  number: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(20_000),
});

/** A document of a cycle as it was published. It never changes: what changes it is a document of its own. */
export const publication = newPublication.extend({
  ...recordHead,
  publicationId: z.string(),
  cycleId: z.string(),
  kind: z.enum(publicationKinds),
  publishedAt: z.iso.datetime(),
});
export type Publication = z.infer<typeof publication>;

export const publicationView = publication.omit({ version: true, chain: true });

/** A document as a list and a cycle name it. */
export const publicationPin = publication.pick({ publicationId: true, number: true, title: true, publishedAt: true });

export const pinPublication = ({ publicationId, number, title, publishedAt }: Publication) => ({
  publicationId,
  number,
  title,
  publishedAt,
});

/** Publishes a document of the cycle. */
export const publish = (
  cycle: { readonly programmeId: string; readonly cycleId: string },
  { kind, publicationId }: Pick<Publication, 'kind' | 'publicationId'>,
  document: z.infer<typeof newPublication>,
  circumstances: Circumstances,
): Outcome<Publication> => {
  const { programmeId, cycleId } = cycle;
  const { now } = circumstances;
  return decided(
    circumstances,
    { ...newHead(programmeId), publicationId, cycleId, kind, ...document, publishedAt: now },
    { type: 'documentPublished', detail: { cycleId, kind, number: document.number } },
  );
};
