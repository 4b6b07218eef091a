import type { Application } from '../application/application.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Appraisal, AppraisalEntry } from './appraisal.ts';

/**
 * The form of an application whose files were disposed of goes too, and with it the personal data; what stays is that
 * there was one, what became of it, and the hashes of what was handed in. Winners stay on their roll (D13).
 */
export const disposeOf = (of: Application, appraisalId: string, circumstances: Circumstances): Outcome<Application> =>
  decided<Application>(
    circumstances,
    {
      ...of,
      sections: {},
      handedIn: undefined,
      appliedAs: undefined,
      disposed: { appraisalId, at: circumstances.now },
    },
    { type: 'applicationDisposed', detail: { appraisalId } },
  );

/** The list is carried out: what became of each entry, and where the record of every file lies. */
export const carriedOut = (
  of: Appraisal,
  entries: readonly AppraisalEntry[],
  record: NonNullable<Appraisal['record']>,
  circumstances: Circumstances,
): Outcome<Appraisal> =>
  decided<Appraisal>(
    circumstances,
    { ...of, entries: [...entries], status: 'disposed', record },
    { type: 'disposalCarriedOut', detail: { files: record.files, sha256: record.sha256 } },
  );
