import type * as z from 'zod';
import { departmentsOf, hasRole } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { enter } from '../case.ts';
import type { Cycle } from '../cycle/cycle.ts';
import type { Document } from '../document/document.ts';
import { refuseUnlessExcludes } from '../eligibility/exclusion.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { standingSuspension } from './is-suspended.ts';
import type { lateFact } from './suspension.ts';

/** A fact as it is reported. */
export type ReportedFact = Omit<z.infer<typeof lateFact>, 'by' | 'at' | 'documentId'>;

interface Report {
  readonly fact: ReportedFact;
  /** The paper that the reporter uploaded. */
  readonly document?: Document | undefined;
  readonly cycle: Pick<Cycle, 'opensAt' | 'closesAt' | 'rules'>;
}

/** A department speaks of those it was asked about; of others it does not even learn that they exist. */
function refuseUnlessTheirs(of: Application, { actor }: Circumstances): void {
  const departments = departmentsOf(actor, of.programmeId);
  const isTheirs = of.consultations.some((c) => departments.includes(c.departmentCode));
  refuseUnless(isTheirs || departments.length === 0 || hasRole(actor, 'office', of.programmeId), 'record.not-found', {
    record: 'application',
  });
}

/**
 * The office or a consulted department records a fact that excludes the applicant and became known late: the case is
 * suspended wherever it stands, until the government has decided (A13, D7). Throws `Refused` exclusion.unfit, .date-wrong,
 * .outside-look-back (arithmetic decides), .undocumented.
 */
export function recordLateFact(
  of: Application,
  { fact, document, cycle }: Report,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  refuseUnlessTheirs(of, circumstances);
  enter('application', of, 'recordLateFact', actor);
  refuseUnless(!document || document.ownerId === actor.personId, 'record.not-found', { record: 'document' });
  refuseUnless(!document || document.status === 'checked', 'document.not-checked');
  const { item, nature, on, until } = fact;
  const isDocumented = !!document || !!fact.documentNumber;
  refuseUnlessExcludes(of, { item, fact, isDocumented }, cycle, now);
  const recorded = { ...fact, documentId: document?.documentId, by: actor.personId, at: now };
  const standing = standingSuspension(of);
  const earlier = (of.suspensions ?? []).filter((s) => s !== standing);
  // Whoever proposed to lift did not know of this fact.
  const suspensions = [...earlier, { facts: [...(standing?.facts ?? []), recorded] }];
  return decided(
    circumstances,
    { ...of, suspensions },
    { type: 'caseSuspended', detail: { item, nature, on, until, source: fact.source, stage: of.stage } },
  );
}
