import { jurisdictionsOf } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { jurisdictionOf, nameOf } from '../application/submit.ts';
import { enter } from '../case.ts';
import type { Document } from '../document/document.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

/** The opinion and, where there is one, the signed paper that the recommending body itself uploaded. */
interface Opinion {
  readonly opinion: string;
  readonly document?: Document | undefined;
}

/**
 * A recommending body's opinion on an applicant of its own jurisdiction (A10). Whose applicant it is, is asked before
 * the stage: of another jurisdiction's applicant it learns nothing. Throws `Refused` record.not-found,
 * recommendation.given-already, document.not-checked.
 */
export function recommend(
  of: Application,
  { opinion, document }: Opinion,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  const jurisdiction = jurisdictionOf(of);
  const isTheirs = of.stage !== 'Draft' && jurisdictionsOf(actor, of.programmeId).includes(jurisdiction);
  refuseUnless(isTheirs, 'record.not-found', { record: 'application' });
  enter('application', of, 'recommend', actor);
  refuseUnless(!of.recommendation, 'recommendation.given-already', { at: of.recommendation?.at });
  refuseUnless(!document || document.ownerId === actor.personId, 'record.not-found', { record: 'document' });
  refuseUnless(!document || document.status === 'checked', 'document.not-checked');
  const documentId = document?.documentId;
  return decided(
    circumstances,
    { ...of, recommendation: { jurisdiction, opinion, by: actor.personId, at: now, documentId } },
    { type: 'applicationRecommended', detail: { jurisdiction, ...(documentId && { documentId }) } },
  );
}

/** What a recommending body sees of an applicant of its own jurisdiction: who, and how far; never what is in it. */
export const recommendable = ({ applicationId, kind, code, stage, recommendation, ...of }: Application) => ({
  applicationId,
  kind,
  name: nameOf({ applicationId, kind, stage, ...of }),
  code,
  stage,
  recommendedAt: recommendation?.at,
});
