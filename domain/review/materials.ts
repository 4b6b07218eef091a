import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { application } from '../application/application.ts';
import { individualIdentity, organisationIdentity, sectionSchemas } from '../application/form.ts';
import { nameOf } from '../application/submit.ts';

/** What a panel reads of an application: never ID numbers, phones or addresses of people. */
export const materials = application.pick({ applicationId: true, kind: true, code: true, stage: true }).extend({
  name: z.string(),
  organisation: organisationIdentity.pick({ registeredOn: true, legalPerson: true, seniorLeader: true }).optional(),
  individual: individualIdentity.pick({ employer: true, topManager: true, workPeriods: true }).optional(),
  profile: sectionSchemas.profile.optional(),
  results: sectionSchemas.results.optional(),
  conditions: sectionSchemas.conditions.optional(),
  documents: z.array(
    z.object({
      documentId: z.string(),
      kind: z.string(),
      name: z.string(),
      format: z.string(),
      size: z.int(),
      sha256: z.string(),
    }),
  ),
});

/** Identity papers are for the office's examination alone. */
const notForReview: readonly string[] = ['identity'];

/** The materials as they were submitted. */
export const materialsOf = (of: Application) => ({
  ...of,
  name: nameOf(of),
  organisation: of.sections.organisationIdentity?.content,
  individual: of.sections.individualIdentity?.content,
  profile: of.sections.profile?.content,
  results: of.sections.results?.content,
  conditions: of.sections.conditions?.content,
  documents: (of.receipt?.files ?? []).filter((f) => !notForReview.includes(f.kind)),
});
