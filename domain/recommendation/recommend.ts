import type { Actor } from '../actor.ts';
import { jurisdictionsOf } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { asHandedIn, jurisdictionOf, nameOf } from '../application/submit.ts';
import { enter } from '../case.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Instant, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

/** The opinion, the signed paper that the recommending body itself uploaded, and the end of the time for it. */
interface Opinion {
  readonly opinion: string;
  readonly document: Document;
  readonly endsAt: Instant;
}

/**
 * Throws `Refused` record.not-found unless the applicant belongs to a jurisdiction of the actor and has handed in: of
 * another's applicant, and of a draft, a body learns nothing.
 */
export function refuseUnlessTheirs(of: Application, actor: Actor): void {
  const jurisdiction = jurisdictionOf(asHandedIn(of));
  const isTheirs = of.stage !== 'Draft' && jurisdictionsOf(actor, of.programmeId).includes(jurisdiction);
  refuseUnless(isTheirs, 'record.not-found', { record: 'application' });
}

/**
 * A recommending body's signed opinion on an applicant of its own jurisdiction (A10, D17). Throws `Refused`
 * record.not-found, recommendation.given-already, recommendation.late, recommendation.not-a-pdf, document.not-checked.
 */
export function recommend(
  of: Application,
  { opinion, document, endsAt }: Opinion,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  refuseUnlessTheirs(of, actor);
  enter('application', of, 'recommend', actor);
  refuseUnless(!of.recommendation, 'recommendation.given-already', { at: of.recommendation?.at });
  refuseUnless(now < endsAt, 'recommendation.late', { endsAt });
  refuseUnless(document.ownerId === actor.personId, 'record.not-found', { record: 'document' });
  refuseUnless(document.kind === 'recommendation', 'recommendation.wrong-paper');
  refuseUnless(document.format === 'application/pdf', 'recommendation.not-a-pdf');
  refuseUnless(document.status === 'checked', 'document.not-checked');
  const { documentId, sha256 } = document;
  const jurisdiction = jurisdictionOf(asHandedIn(of));
  return decided(
    circumstances,
    {
      ...of,
      recommendationDuty: undefined,
      recommendation: { jurisdiction, opinion, by: actor.personId, at: now, documentId },
    },
    { type: 'applicationRecommended', detail: { jurisdiction, documentId, sha256 } },
  );
}

/** Whether the body of the applicant's jurisdiction has recommended it (A10). */
export const isRecommended = (of: Application): boolean => of.recommendation?.jurisdiction === jurisdictionOf(of);

/** What a recommending body sees of an applicant of its own jurisdiction: who, and how far; never what is in it. */
export const recommendable = (of: Application) => ({
  applicationId: of.applicationId,
  kind: of.kind,
  name: nameOf(asHandedIn(of)),
  code: of.code,
  stage: of.stage,
  recommendedAt: of.recommendation?.at,
});

/** One applicant, as the body that recommends it needs to know it, and the opinion that was given. */
export const recommendableInFull = (of: Application, endsAt: Instant) => {
  const { sections } = asHandedIn(of);
  const organisation = sections.organisationIdentity?.content;
  return {
    ...recommendable(of),
    endsAt,
    registeredOn: organisation?.registeredOn,
    address: organisation?.address,
    employer: sections.individualIdentity?.content.employer,
    opinion: of.recommendation?.opinion,
    documentId: of.recommendation?.documentId,
  };
};
