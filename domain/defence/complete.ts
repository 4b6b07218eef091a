import type { Actor } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import { refuseIfShort } from '../review/on-panel.ts';
import type { Defence } from './defence.ts';
import { attendants, defenceOf } from './parts.ts';

/**
 * The scores that count: those of the panel as it stands, for a conflict voids what was scored before it (D26); and
 * none at all of a no-show (A18).
 */
export const countedPoints = (of: Application): number[] =>
  of.defence?.noShow
    ? []
    : (of.defence?.scores ?? [])
        .filter((s) => !s.voidedAt && of.panel?.assessorIds.includes(s.assessorId))
        .map((s) => s.points);

/**
 * Closes the defence once it has ended and every member of the panel who attended has scored, or a no-show is recorded: on to the
 * on-site review if the application is on that list; otherwise it ends when the material review report is delivered
 * (A17, A18). Throws `Refused` panel.short or defence.attended-by-too-few while the panel has fewer members,
 * or fewer who attended, than the cycle demands (D26).
 */
export function completeDefence(
  of: Application,
  rules: Pick<Rules, 'panelMinimum'>,
  circumstances: Circumstances,
): Outcome<Application> {
  const { now } = circumstances;
  enter('application', of, 'completeDefence', circumstances.actor);
  refuseUnless(!of.reportToRedo, 'report.redo-first');
  const { noShow, endedAt, completedAt } = defenceOf(of);
  refuseUnless(!completedAt, 'defence.completed');
  refuseUnless(!!noShow || !!endedAt, 'defence.not-ended');
  if (!noShow) refuseIfShort(of, rules);
  const attended = attendants(of).length;
  const least = rules.panelMinimum;
  refuseUnless(!!noShow || attended >= least, 'defence.attended-by-too-few', { attended, least });
  const missing = attended - countedPoints(of).length;
  refuseUnless(!!noShow || missing === 0, 'defence.scores-missing', { missing });
  const defence = { ...defenceOf(of), completedAt: now };
  if (of.shortlisting?.onSite && !noShow)
    return decided(
      circumstances,
      { ...move(of, 'OnSiteReview', now), defence },
      moved(of, 'defenceCompleted', 'OnSiteReview'),
    );
  return decided(circumstances, { ...of, defence }, { type: 'notOnSite', detail: { noShow: !!noShow } });
}

/** The defence without the scores: who has handed in, and no points. */
const withoutScores = ({ scores, drafts: _, ...open }: Defence) => ({
  ...open,
  scores: [],
  handedIn: scores.filter((s) => !s.voidedAt).map((s) => s.assessorId),
});

/**
 * The defence as a reader may see it: until it is closed nobody sees a score but their own, neither peers nor the
 * office; who has handed in is for those who organise it (A18).
 */
export function defenceFor({ personId }: Pick<Actor, 'personId'>, of: Application, organises: boolean) {
  const { applicationId } = of;
  const defence = defenceOf(of);
  if (defence.completedAt) {
    const { drafts: _, ...all } = defence;
    return { applicationId, ...all };
  }
  const { handedIn, ...shown } = withoutScores(defence);
  if (organises) return { applicationId, ...shown, handedIn };
  const own = { scores: defence.scores.filter((s) => s.assessorId === personId) };
  const draft = defence.drafts?.find((d) => d.assessorId === personId);
  return { applicationId, ...shown, ...own, ...(draft && { drafts: [draft] }) };
}
