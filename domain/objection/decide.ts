import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import { noticeKindOf } from '../public-notice/standing.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { ObjectionCase } from './investigate.ts';
import { refuseIfNaming, refuseUnlessInvestigator } from './investigate.ts';
import { hasOpenObjection, isHeldByNothing, withMark } from './mark.ts';
import type { KeptEvidence, Objection, ObjectionDecision } from './objection.ts';
import type { WithApplication } from './receive.ts';
import { proposeUpholding, refuseUnlessConfirming, returnUpholding } from './uphold.ts';

const endOfUpheld = { EligibilityNotice: 'Refused', AwardNotice: 'Ended' } as const;

/** Whether nothing is left to decide after it: then the evidence goes into the records. */
export const isFinal = ({ decision }: ObjectionDecision): boolean =>
  decision === 'dismissed' || decision === 'confirmed';

/** Throws `Refused` unless the actor may decide so: asked before any evidence is copied. */
export function refuseUnlessMayDecide(
  of: ObjectionCase,
  { decision }: ObjectionDecision,
  { actor }: Circumstances,
): void {
  if (decision === 'dismissed' || decision === 'upheld') refuseUnlessInvestigator(of, actor);
  else refuseUnlessConfirming(of, decision, actor);
}

/**
 * Decides an objection (D3). Dismissed by the investigator, the applicant goes on as soon as nothing else is open. To
 * uphold it takes two: the investigator proposes, another officer confirms or returns it; then the application ends by
 * the article, and nobody takes a proposed winner's place without a new vote and a new notice (D20). An applicant who is
 * out for another reason changes no more, but the objector is answered all the same. Throws `Refused`
 * objection.not-open, objection.not-investigator, objection.names-objector, proposal.none, proposal.same-person.
 */
export function decideObjection(
  of: ObjectionCase,
  decision: ObjectionDecision,
  kept: readonly KeptEvidence[],
  circumstances: Circumstances,
): WithApplication {
  refuseUnlessMayDecide(of, decision, circumstances);
  if (decision.decision === 'dismissed') return dismiss(of, decision, kept, circumstances);
  if (decision.decision === 'upheld') return proposeUpholding(of, decision, circumstances);
  const upholding = refuseUnlessConfirming(of, decision.decision, circumstances.actor);
  if (decision.decision === 'returned') return returnUpholding(of, decision, circumstances);
  return uphold(of, upholding, kept, circumstances);
}

function dismiss(
  of: ObjectionCase,
  { findings, answer }: Extract<ObjectionDecision, { decision: 'dismissed' }>,
  kept: readonly KeptEvidence[],
  circumstances: Circumstances,
): WithApplication {
  // The findings go into papers that the committee and the government read.
  refuseIfNaming(of.objection, findings);
  const decision = { findings, answer, by: circumstances.actor.personId, at: circumstances.now };
  const objection = answered({ ...of.objection, status: 'dismissed', decision }, kept, circumstances);
  if (!noticeKindOf(of.application.stage)) return { objection };
  enter('application', of.application, 'decideObjection', circumstances.actor);
  const { objectionId } = of.objection;
  const next = withMark(of.application, of.objection, { status: 'dismissed' });
  return {
    objection,
    application: decided(circumstances, hasOpenObjection(next) ? next : { ...next, duty: undefined }, {
      type: 'objectionDismissed',
      detail: { objectionId, goesOn: isHeldByNothing(next) },
      wake: true,
    }),
  };
}

function uphold(
  of: ObjectionCase,
  { findings, answer, article, reason, by }: NonNullable<Objection['upholding']>,
  kept: readonly KeptEvidence[],
  circumstances: Circumstances,
): WithApplication {
  const { actor, now } = circumstances;
  const decision = { findings, answer, by, at: now, confirmedBy: actor.personId };
  const upheld: Objection = { ...of.objection, status: 'upheld', upholding: undefined, decision };
  const objection = answered(upheld, kept, circumstances);
  const { application } = of;
  const kind = noticeKindOf(application.stage);
  if (!kind) return { objection };
  enter('application', application, 'decideObjection', actor);
  const { objectionId } = of.objection;
  const next = withMark(application, of.objection, { status: 'upheld' });
  const ended = { stage: application.stage, reason, article, at: now, proposedBy: by, confirmedBy: actor.personId };
  const to: Application['stage'] = endOfUpheld[kind];
  return {
    objection,
    application: decided(
      circumstances,
      { ...move(next, to, now), ended },
      moved(application, 'objectionUpheld', to, { objectionId, reason, article, proposedBy: by }),
    ),
  };
}

/** The objection as it is closed: the objector is answered, the evidence is in the records. */
const answered = (of: Objection, kept: readonly KeptEvidence[], circumstances: Circumstances): Outcome<Objection> =>
  decided(
    circumstances,
    { ...of, duty: undefined, kept: [...kept] },
    {
      type: 'objectionAnswered',
      detail: { noticeTitle: of.noticeTitle, decision: of.status, answer: of.decision?.answer },
    },
  );
