import type { Application } from '../application/application.ts';
import { enter, move, moved } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

/** The scores that count: those of the panel as it stands, for a conflict voids what was scored before it (D26). */
export const countedPoints = (of: Application): number[] =>
  (of.defence?.scores ?? [])
    .filter((s) => !s.voidedAt && of.panel?.assessorIds.includes(s.assessorId))
    .map((s) => s.points);

/**
 * Closes the defence once every member of the panel has scored or a no-show is recorded: on to the on-site review
 * if the application is on that list; otherwise it ends when the material review report is delivered (A17, A18).
 */
export function completeDefence(of: Application, circumstances: Circumstances): Outcome<Application> {
  const { now } = circumstances;
  enter('application', of, 'completeDefence', circumstances.actor);
  refuseUnless(!of.reportToRedo, 'report.redo-first');
  refuseUnless(!of.defence?.completedAt, 'defence.completed');
  const noShow = !!of.defence?.noShow;
  const missing = (of.panel?.assessorIds.length ?? 1) - countedPoints(of).length;
  refuseUnless(noShow || missing === 0, 'defence.scores-missing', { missing });
  const defence = { scores: [], ...of.defence, completedAt: now };
  if (of.shortlisting?.onSite && !noShow)
    return decided(
      circumstances,
      { ...move(of, 'OnSiteReview', now), defence },
      moved(of, 'defenceCompleted', 'OnSiteReview'),
    );
  return decided(circumstances, { ...of, defence }, { type: 'notOnSite', detail: { noShow } });
}

/** The defence as the panel may see it: their own score, never a peer's. */
export const defenceForAssessor = (of: Application, assessorId: string) => ({
  applicationId: of.applicationId,
  defender: of.defence?.defender,
  slot: of.defence?.slot,
  noShow: of.defence?.noShow,
  completedAt: of.defence?.completedAt,
  scores: (of.defence?.scores ?? []).filter((s) => s.assessorId === assessorId),
});
