import * as z from 'zod';
import type { Actor } from '../actor.ts';
import { actsForApplicant } from '../applicant.ts';
import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { FiledPaper } from '../paper/filed-paper.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import { overseesReview } from './on-panel.ts';
import { deliveryChannels } from './panel.ts';

/** A delivery that the office records by hand; who takes it or the letter's number is the note. */
export const handDelivery = z.object({
  channel: z.enum(deliveryChannels).exclude(['inbox']),
  note: z.string().trim().min(1).max(500),
});

/** How a report was delivered. */
type Delivered = Pick<NonNullable<NonNullable<Application['materialReview']>['delivery']>, 'channel' | 'note'>;

/** Why the applicant goes no further, or undefined while nothing says so. */
const endOf = ({ stage, shortlisting, defence }: Application): { reason: string; article: string } | undefined => {
  if (stage === 'MaterialReview' && shortlisting && !shortlisting.defence)
    return { reason: shortlisting.reason, article: 'A17' };
  if (stage !== 'Defence' || !defence?.completedAt) return undefined;
  return defence.noShow ? { reason: '答辩缺席', article: 'A18' } : { reason: '未列入现场评审名单', article: 'A17' };
};

/** Whether the applicant is out and has not got the report of the material review yet (A17). */
export const isOwedReport = (of: Application): boolean => !!endOf(of) && !of.materialReview?.delivery;

/**
 * Records that the report reached an applicant who is out: only then does the application end, so that no stage closes
 * before each delivery is recorded (A17). Throws `Refused` report.nothing-to-deliver.
 */
export function recordDelivery(of: Application, how: Delivered, circumstances: Circumstances): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'recordDelivery', actor);
  const end = endOf(of);
  const report = of.materialReview;
  refuseUnless(!!end && !!report, 'report.nothing-to-deliver');
  const delivery = { at: now, by: actor.personId, ...how };
  return decided(
    circumstances,
    {
      ...move(of, 'Ended', now),
      materialReview: { ...report, delivery },
      ended: { stage: of.stage, ...end, at: now },
    },
    moved(of, 'reportDelivered', 'Ended', { channel: how.channel, ...end }),
  );
}

/** The report as its applicant gets it, once it is delivered: no names, no recommendation (A17). */
export function feedbackOf(of: Application, { actor }: Pick<Circumstances, 'actor'>) {
  refuseUnless(actsForApplicant(of, actor.personId), 'record.not-found', { record: 'application' });
  const report = of.materialReview;
  refuseUnless(!!report?.delivery, 'report.not-delivered');
  return { applicationId: of.applicationId, items: report.items, themes: report.themes, at: report.delivery.at };
}

/**
 * Whether the person may have the report as a paper: its applicant once it is delivered, and the office and the auditors
 * of whoever is out, before that too: it is this paper that is handed over or posted. Throws `Refused` record.not-found,
 * report.not-delivered.
 */
export function refuseUnlessFeedback(of: Application, actor: Actor): void {
  if (!overseesReview(of, actor)) return void feedbackOf(of, { actor });
  refuseUnless(isOwedReport(of) || !!of.materialReview?.delivery, 'report.nothing-to-deliver');
  refuseUnless(!!of.materialReview, 'report.missing');
}

/** Notes the report as printed and filed: whoever asks again gets this very paper. */
export function fileFeedback(of: Application, paper: FiledPaper, circumstances: Circumstances): Outcome<Application> {
  const { materialReview } = of;
  if (!materialReview) throw new Refused('report.missing');
  const { format, sha256 } = paper;
  return decided(
    circumstances,
    { ...of, materialReview: { ...materialReview, paper } },
    { type: 'feedbackFiled', detail: { format, sha256 } },
  );
}

/** Notes the first time that the applicant opens the report; undefined when that was before. */
export function openReport(of: Application, circumstances: Circumstances): Outcome<Application> | undefined {
  const { materialReview } = of;
  if (!materialReview?.delivery || materialReview.delivery.openedAt) return undefined;
  const delivery = { ...materialReview.delivery, openedAt: circumstances.now };
  return decided(
    circumstances,
    { ...of, materialReview: { ...materialReview, delivery } },
    { type: 'reportOpened', detail: { channel: delivery.channel } },
  );
}
