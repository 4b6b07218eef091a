import type { Actor } from '../actor.ts';
import type { Application } from '../application/application.ts';
import { refuseUnless } from '../refused.ts';
import type { Finding } from './finding.ts';
import type { OnSite } from './on-site.ts';

/** Who visits: those of the planned team who are still on the panel (D26). */
export const teamOf = ({ onSite, panel }: Application): string[] =>
  (onSite?.plan?.team ?? []).filter((id) => panel?.assessorIds.includes(id));

/** The findings that count: of the team as it stands, on the items as they are planned now. */
export const countedFindings = (of: Application, findings: readonly Finding[]): Finding[] => {
  const team = teamOf(of);
  const codes = of.onSite?.plan?.items.map((i) => i.code) ?? [];
  return findings.filter((f) => team.includes(f.personId) && codes.includes(f.code));
};

/** Throws `Refused` on-site.plan-missing, on-site.not-on-team unless the actor is on the team of a planned visit. */
export function refuseUnlessOnTeam(of: Application, { personId }: Actor): NonNullable<OnSite['plan']> {
  const plan = of.onSite?.plan;
  refuseUnless(!!plan, 'on-site.plan-missing');
  refuseUnless(teamOf(of).includes(personId), 'on-site.not-on-team');
  return plan;
}

/** The members of the team who have not signed the findings yet. */
export const unsigned = (of: Application): string[] =>
  teamOf(of).filter((id) => !of.onSite?.signatures?.some((s) => s.personId === id));

/** Whether the findings stand: all of the team, of whom there must be someone, have signed them. */
export const isSigned = (of: Application): boolean => teamOf(of).length > 0 && unsigned(of).length === 0;
