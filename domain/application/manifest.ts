import { canonical } from '../audit/event.ts';
import type { Application, FiledDocument } from './application.ts';

/**
 * What exactly was handed in: the form as it stood and every file by its SHA-256. Its own SHA-256 is on the receipt,
 * so that nobody can change one or the other unseen (A29).
 */
export const manifestOf = (of: Application, files: readonly FiledDocument[]): string =>
  canonical({
    applicationId: of.applicationId,
    cycleId: of.cycleId,
    kind: of.kind,
    form: of.sections,
    files: files.map(({ documentId, kind, name, format, size, sha256 }) => ({
      documentId,
      kind,
      name,
      format,
      size,
      sha256,
    })),
  });
