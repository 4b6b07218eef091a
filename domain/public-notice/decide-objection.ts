import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { requireRole } from '../require-role.ts';
import type { ReceivedObjection } from './object.ts';
import type { Objection, ObjectionDecision } from './objection.ts';
import { hasOpenObjection, noticeKindOf } from './standing.ts';

const endOfUpheld = { EligibilityNotice: 'Refused', AwardNotice: 'Ended' } as const;

/**
 * The office decides an objection (D3): dismissed, the applicant goes on as soon as nothing else is open; upheld, the
 * application ends by the article. An applicant who is out for another reason changes no more, but the objector is
 * answered all the same. Throws `Refused` objection.not-open.
 */
export function decideObjection(
  { objection, application }: { objection: Objection; application: Application },
  decision: ObjectionDecision,
  circumstances: Circumstances,
): ReceivedObjection {
  const { status, programmeId } = objection;
  requireRole(circumstances.actor, 'office', programmeId);
  refuseUnless(status === 'open', 'objection.not-open', { status });
  const answered = answer(objection, decision, circumstances);
  if (!noticeKindOf(application.stage)) return { objection: answered };
  return { objection: answered, application: decideOn(application, objection.objectionId, decision, circumstances) };
}

/** The event carries the address, for the mail; it belongs to the objection's own trail and never to the application's. */
function answer(of: Objection, decision: ObjectionDecision, circumstances: Circumstances): Outcome<Objection> {
  const { findings, answer } = decision;
  const { objectionId, noticeTitle, email, name } = of;
  return decided(
    circumstances,
    {
      ...of,
      status: decision.decision,
      decision: { findings, answer, by: circumstances.actor.personId, at: circumstances.now },
    },
    {
      type: 'objectionAnswered',
      detail: { objectionId, noticeTitle, decision: decision.decision, answer, ...(email && { address: email, name }) },
    },
  );
}

function decideOn(
  of: Application,
  objectionId: string,
  decision: ObjectionDecision,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'decideObjection', circumstances.actor);
  const objections = of.objections.map((o) =>
    o.objectionId === objectionId ? { ...o, status: decision.decision } : o,
  );
  const next = { ...of, objections };
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
