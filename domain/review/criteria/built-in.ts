import type { Circumstances, Outcome } from '../../record.ts';
import type { Edition } from './edition.ts';
import { editionFile, loadEdition } from './edition.ts';
import { individualCriteria } from './individual.ts';
import { organisationCriteria } from './organisation-2012.ts';

/** The editions that every programme begins with. */
export const builtInEditions = {
  organisation: editionFile.parse({ kind: 'organisation', ...organisationCriteria }),
  individual: editionFile.parse({ kind: 'individual', ...individualCriteria }),
};

/** Loads them into a new programme. */
export const loadBuiltIn = (
  programmeId: string,
  newId: (prefix: string) => string,
  circumstances: Circumstances,
): Outcome<Edition>[] =>
  Object.values(builtInEditions).map((file) => loadEdition(programmeId, newId('crt'), file, circumstances));
