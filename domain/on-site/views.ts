import { actsForApplicant } from '../applicant.ts';
import type { Actor } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { refuseUnless } from '../refused.ts';
import type { Finding } from './finding.ts';
import { countedFindings, isSigned, teamOf } from './team.ts';

/** The visit without its long texts: per item who has found what, and how far the signatures are. */
export function visitOf(of: Application, findings: readonly Finding[]) {
  const { applicationId, stage, onSite = {} } = of;
  const counted = countedFindings(of, findings);
  return {
    applicationId,
    stage,
    from: onSite.plan?.from,
    to: onSite.plan?.to,
    team: teamOf(of),
    items: (onSite.plan?.items ?? []).map((item) => ({
      ...item,
      findings: counted
        .filter((f) => f.code === item.code)
        .map(({ personId, verdict, evidence, at }) => ({ personId, verdict, evidence: evidence.length, at })),
    })),
    signatures: onSite.signatures ?? [],
    applicantAnswer: onSite.applicantAnswer && {
      decision: onSite.applicantAnswer.decision,
      at: onSite.applicantAnswer.at,
    },
    report: onSite.report && { scoreMilli: onSite.report.scoreMilli, by: onSite.report.by, at: onSite.report.at },
  };
}

/**
 * The findings as the applicant is asked to sign them: once the team has signed, without points and without the names
 * of those who found them. Throws `Refused` record.not-found for anybody else, on-site.team-unsigned before.
 */
export function recordForApplicant(of: Application, findings: readonly Finding[], actor: Actor) {
  refuseUnless(actsForApplicant(of, actor.personId), 'record.not-found', { record: 'application' });
  refuseUnless(isSigned(of), 'on-site.team-unsigned');
  return {
    applicationId: of.applicationId,
    items: countedFindings(of, findings).map(({ code, verdict, text }) => ({ code, verdict, text })),
    answer: of.onSite?.applicantAnswer,
  };
}
