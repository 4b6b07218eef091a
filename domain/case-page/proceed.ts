import type * as z from 'zod';
import { hasRole } from '../actor.ts';
import type { Membership } from '../applicant.ts';
import type { Winner } from '../approval/winner.ts';
import { actsForWinner, refuseUnlessEntitled } from '../award-mark/entitlement.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { CasePage, newCasePage } from './case-page.ts';

/** Whose page it is: the winner as it stands now, and the members of its application. */
export interface Whose {
  readonly winner: Winner;
  readonly application: { readonly members?: readonly Membership[] | undefined };
}

type Written = z.infer<typeof newCasePage>;

const refuseUnlessIn = (of: CasePage, ...statuses: CasePage['status'][]) =>
  refuseUnless(statuses.includes(of.status), 'case-page.wrong-status', { status: of.status, needed: statuses });

const told = ({ certificateNumber, winnerName, title, ownerId }: CasePage) => ({
  ...{ certificateNumber, winnerName, title, ownerId },
});

/** The winner submits its experience for the office's consent (A26). Throws `Refused` winner.not-yours, winner.revoked. */
export function submitCasePage(
  { winner, application }: Whose,
  casePageId: string,
  written: Written,
  circumstances: Circumstances,
): Outcome<CasePage> {
  refuseUnlessEntitled(winner, application, circumstances.actor);
  const { certificateNumber, applicationId, ownerId, name } = winner;
  const page: CasePage = {
    ...newHead(winner.programmeId),
    ...{ casePageId, certificateNumber, applicationId, ownerId, winnerName: name, ...written },
    status: 'submitted',
    submittedAt: circumstances.now,
  };
  return decided(circumstances, page, { type: 'casePageSubmitted', detail: told(page) });
}

/**
 * The winner writes a page anew; what was consented to or published needs consent again, and is not public meanwhile.
 * Throws `Refused` case-page.wrong-status once it is withdrawn.
 */
export function reviseCasePage(
  of: CasePage,
  { winner, application }: Whose,
  written: Written,
  circumstances: Circumstances,
): Outcome<CasePage> {
  refuseUnlessEntitled(winner, application, circumstances.actor);
  refuseUnlessIn(of, 'submitted', 'returned', 'consented', 'published');
  const page: CasePage = {
    ...of,
    ...written,
    status: 'submitted',
    submittedAt: circumstances.now,
    consentedAt: undefined,
    returned: undefined,
    publishedAt: undefined,
  };
  return decided(circumstances, page, { type: 'casePageSubmitted', detail: told(page) });
}

/** The office consents to the publication, or returns the page with its reason (A26). */
export function decideCasePage(
  of: CasePage,
  { winner }: Pick<Whose, 'winner'>,
  { consent, reason }: { readonly consent: boolean; readonly reason?: string | undefined },
  circumstances: Circumstances,
): Outcome<CasePage> {
  const { actor, now } = circumstances;
  requireRole(actor, 'office', of.programmeId);
  refuseUnlessIn(of, 'submitted');
  refuseUnless(winner.status === 'standing', 'winner.revoked', { revokedOn: winner.revokedOn });
  if (consent)
    return decided(
      circumstances,
      { ...of, status: 'consented', consentedAt: now },
      { type: 'casePageConsented', detail: told(of) },
    );
  if (!reason) throw new Refused('case-page.no-reason');
  return decided(
    circumstances,
    { ...of, status: 'returned', returned: { reason, by: actor.personId, at: now } },
    { type: 'casePageReturned', detail: { ...told(of), reason } },
  );
}

/** The winner publishes what the office consented to (A26). */
export function publishCasePage(
  of: CasePage,
  { winner, application }: Whose,
  circumstances: Circumstances,
): Outcome<CasePage> {
  refuseUnlessEntitled(winner, application, circumstances.actor);
  refuseUnlessIn(of, 'consented');
  return decided(
    circumstances,
    { ...of, status: 'published', publishedAt: circumstances.now },
    { type: 'casePagePublished', detail: told(of) },
  );
}

/** The winner takes a page back, or the office does; it is not shown any more and cannot be brought back. */
export function withdrawCasePage(
  of: CasePage,
  { winner, application }: Whose,
  reason: string,
  circumstances: Circumstances,
): Outcome<CasePage> {
  const { actor, now } = circumstances;
  refuseUnless(
    hasRole(actor, 'office', of.programmeId) || actsForWinner(winner, application, actor),
    'winner.not-yours',
  );
  refuseUnlessIn(of, 'submitted', 'returned', 'consented', 'published');
  return decided(
    circumstances,
    { ...of, status: 'withdrawn', withdrawn: { reason, by: actor.personId, at: now } },
    { type: 'casePageWithdrawn', detail: { ...told(of), reason } },
  );
}
