import type * as z from 'zod';
import type { Application } from '../application/application.ts';
import { dateAt } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Finding, findingEntry } from './finding.ts';
import { refuseUnlessOnTeam } from './team.ts';

/** Where the evidence of a visit is kept: beside the application's own files, for its applicant has no part in it. */
export const evidenceParent = (applicationId: string): string => `on-site:${applicationId}`;

/** The key of a person's finding on an item. */
export const findingIdOf = (applicationId: string, code: string, personId: string): string =>
  `${applicationId}~${code}~${personId}`;

interface Given {
  readonly code: string;
  readonly entry: z.infer<typeof findingEntry>;
  /** The person's finding on the item so far. */
  readonly before: Finding | undefined;
  /** The visit's evidence, as far as it was uploaded. */
  readonly documents: readonly Document[];
}

/** A finding, and the application that is saved with it. */
export interface RecordedFinding {
  readonly application: Outcome<Application>;
  readonly finding: Outcome<Finding>;
}

/**
 * A member of the team records a finding on a planned item, or changes it until the team begins to sign (A19). Throws
 * `Refused` on-site.not-begun, on-site.unplanned, on-site.signed-already, document.not-checked. The application is
 * saved with it, so that no signature that is on its way stands under a text that has changed.
 */
export function recordOnSiteFinding(
  of: Application,
  { code, entry, before, documents }: Given,
  circumstances: Circumstances,
): RecordedFinding {
  const { actor, now } = circumstances;
  enter('application', of, 'recordOnSiteFinding', actor);
  const plan = refuseUnlessOnTeam(of, actor);
  refuseUnless(plan.from <= dateAt(now), 'on-site.not-begun', { from: plan.from });
  refuseUnless(
    plan.items.some((i) => i.code === code),
    'on-site.unplanned',
    { items: [code] },
  );
  refuseUnless(!of.onSite?.signatures?.length, 'on-site.signed-already');
  const arrived = documents.filter((d) => d.status === 'checked').map((d) => d.documentId);
  refuseUnless(
    entry.evidence.every((id) => arrived.includes(id)),
    'document.not-checked',
  );
  const { applicationId, programmeId } = of;
  const { personId } = actor;
  const head = before ?? newHead(programmeId);
  const { version, chain } = head;
  const findingId = findingIdOf(applicationId, code, personId);
  return {
    application: decided(circumstances, of, { type: 'visitFound', detail: { code, personId } }),
    finding: decided(
      circumstances,
      { version, chain, programmeId, findingId, applicationId, code, personId, ...entry, at: now },
      { type: 'findingRecorded', detail: { applicationId, code, evidence: entry.evidence.length } },
    ),
  };
}
