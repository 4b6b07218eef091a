import { noticeKindOf } from '../public-notice/standing.ts';
import type { Circumstances, Instant } from '../record.ts';
import { decided } from '../record.ts';
import type { ObjectionCase } from './investigate.ts';
import { isHeldByNothing, withMark } from './mark.ts';
import type { WithApplication } from './receive.ts';

/** When the notice ends in which the applicant stands; a corrected notice ends later than the one objected to. */
export const evidenceDueAt = ({ application }: Pick<ObjectionCase, 'application'>): Instant | undefined => {
  const kind = noticeKindOf(application.stage);
  return kind && application.notices[kind]?.endsAt;
};

/**
 * An objection for which no evidence had come when the notice ended is kept as a lead and freezes nothing more (D3):
 * the applicant goes on. Undefined while there is evidence, the notice runs, or nothing is open.
 */
export function lapseWithoutEvidence(
  of: ObjectionCase,
  hasEvidence: boolean,
  circumstances: Circumstances,
): WithApplication | undefined {
  const { objection, application } = of;
  const endsAt = evidenceDueAt(of);
  if (objection.status !== 'open' || hasEvidence || !endsAt || circumstances.now < endsAt) return undefined;
  const { objectionId, noticeTitle, investigator } = objection;
  const marked = withMark(application, objection, { status: 'lead' });
  return {
    objection: decided(
      circumstances,
      { ...objection, status: 'lead', leadBecause: 'noEvidence', duty: undefined, upholding: undefined },
      { type: 'objectionWithoutEvidence', detail: { noticeTitle, personId: investigator?.personId } },
    ),
    application: decided(circumstances, marked, {
      type: 'objectionLapsed',
      detail: { objectionId, goesOn: isHeldByNothing(marked) },
      wake: true,
    }),
  };
}
