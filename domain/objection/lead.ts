import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { KeptEvidence, Objection } from './objection.ts';

/** What the office does with a lead: keeps it as it is, or has found that there is something in it. */
interface LeadReview {
  readonly outcome: 'noted' | 'pursued';
  readonly note: string;
}

/**
 * The office looks into a lead (D3). It froze nothing and decides nothing: what it leads to is a fact that the office
 * finds and records itself. Throws `Refused` objection.no-lead.
 */
export function reviewLead(
  of: Objection,
  { outcome, note }: LeadReview,
  kept: readonly KeptEvidence[],
  circumstances: Circumstances,
): Outcome<Objection> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnless(of.status === 'lead', 'objection.no-lead', { status: of.status });
  return decided(
    circumstances,
    { ...of, status: outcome, leadReview: { note, by: actor.personId, at: now }, kept: [...kept] },
    { type: 'leadReviewed', detail: { outcome } },
  );
}
