import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { Appraisal } from './appraisal.ts';

const signed = ({ actor, now }: Circumstances) => ({ personId: actor.personId, name: actor.name, at: now });

/**
 * The first person proposes what is disposed of: all that nothing keeps, but what they want to keep (D13). Throws
 * `Refused` person.role-missing, retention.wrong-status, .unknown-entries, .nothing-offered.
 */
export function proposeDisposal(
  of: Appraisal,
  { keep, reason }: { keep: readonly string[]; reason: string },
  circumstances: Circumstances,
): Outcome<Appraisal> {
  requireRole(circumstances.actor, 'office', of.programmeId);
  refuseUnless(of.status === 'drawn', 'retention.wrong-status', { status: of.status });
  const unknown = keep.filter((id) => !of.entries.some((e) => e.recordId === id));
  refuseUnless(unknown.length === 0, 'retention.unknown-entries', { entries: unknown });
  const entries = of.entries.map(({ kept, ...entry }) => {
    // A proposal that was declined may have kept others: only what the law keeps stays kept.
    const because = kept && kept !== 'appraisal' ? kept : undefined;
    const why = because ?? (keep.includes(entry.recordId) ? ('appraisal' as const) : undefined);
    return { ...entry, ...(why && { kept: why }) };
  });
  const offered = entries.filter((e) => !e.kept).length;
  refuseUnless(offered > 0, 'retention.nothing-offered');
  return decided<Appraisal>(
    circumstances,
    { ...of, entries, status: 'proposed', proposal: { ...signed(circumstances), reason } },
    { type: 'disposalProposed', detail: { offered, keep: [...keep], reason } },
  );
}

/**
 * Another person approves, or declines with the reason; nobody approves their own proposal (D13). Throws `Refused`
 * person.role-missing, retention.wrong-status, .same-person, .reason-missing.
 */
export function decideDisposal(
  of: Appraisal,
  { approve, reason }: { approve: boolean; reason?: string | undefined },
  circumstances: Circumstances,
): Outcome<Appraisal> {
  const { actor } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnless(of.status === 'proposed', 'retention.wrong-status', { status: of.status });
  refuseUnless(of.proposal?.personId !== actor.personId, 'retention.same-person');
  if (approve)
    return decided<Appraisal>(
      circumstances,
      { ...of, status: 'approved', approval: signed(circumstances) },
      { type: 'disposalApproved', detail: { proposedBy: of.proposal?.personId } },
    );
  refuseUnless(!!reason, 'retention.reason-missing');
  return decided<Appraisal>(
    circumstances,
    { ...of, status: 'drawn', proposal: undefined, declined: { ...signed(circumstances), reason: reason ?? '' } },
    { type: 'disposalDeclined', detail: { reason } },
  );
}
