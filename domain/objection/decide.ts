import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import { noticeKindOf } from '../public-notice/standing.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { ObjectionCase } from './investigate.ts';
import { refuseIfNaming, refuseUnlessInvestigator } from './investigate.ts';
import { hasOpenObjection, withMark } from './mark.ts';
import type { KeptEvidence, Objection, ObjectionDecision } from './objection.ts';
import type { WithApplication } from './receive.ts';

const endOfUpheld = { EligibilityNotice: 'Refused', AwardNotice: 'Ended' } as const;

/**
 * The investigator decides an objection (D3): dismissed, the applicant goes on as soon as nothing else is open; upheld,
 * the application ends by the article, and nobody takes a proposed winner's place without a new vote and a new notice
 * (D20). An applicant who is out for another reason changes no more, but the objector is answered all the same.
 * Throws `Refused` objection.not-open, objection.not-investigator, objection.names-objector.
 */
export function decideObjection(
  of: ObjectionCase,
  decision: ObjectionDecision,
  kept: readonly KeptEvidence[],
  circumstances: Circumstances,
): WithApplication {
  refuseUnlessInvestigator(of, circumstances.actor);
  // The findings go into papers that the committee and the government read.
  refuseIfNaming(of.objection, `${decision.findings}\n${decision.decision === 'upheld' ? decision.reason : ''}`);
  const objection = answer(of.objection, decision, kept, circumstances);
  if (!noticeKindOf(of.application.stage)) return { objection };
  return { objection, application: decideOn(of.application, of.objection, decision, circumstances) };
}

function answer(
  of: Objection,
  decision: ObjectionDecision,
  kept: readonly KeptEvidence[],
  circumstances: Circumstances,
): Outcome<Objection> {
  const { findings, answer } = decision;
  return decided(
    circumstances,
    {
      ...of,
      status: decision.decision,
      duty: undefined,
      decision: { findings, answer, by: circumstances.actor.personId, at: circumstances.now },
      kept: [...kept],
    },
    {
      type: 'objectionAnswered',
      detail: { noticeTitle: of.noticeTitle, decision: decision.decision, answer },
    },
  );
}

function decideOn(
  of: Application,
  objection: Objection,
  decision: ObjectionDecision,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'decideObjection', circumstances.actor);
  const { objectionId } = objection;
  const next = withMark(of, objection, { status: decision.decision });
  if (decision.decision === 'dismissed')
    return decided(circumstances, hasOpenObjection(next) ? next : { ...next, duty: undefined }, {
      type: 'objectionDismissed',
      detail: { objectionId },
      wake: true,
    });
  const { reason, article } = decision;
  const to = endOfUpheld[noticeKindOf(of.stage) ?? 'EligibilityNotice'];
  const ended = { stage: of.stage, reason, article, at: circumstances.now };
  return decided(
    circumstances,
    { ...move(next, to, circumstances.now), ended },
    moved(of, 'objectionUpheld', to, { objectionId, reason, article }),
  );
}
