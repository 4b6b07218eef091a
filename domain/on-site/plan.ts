import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { dateAt } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Criteria } from '../review/criteria/criteria.ts';
import { itemsOf } from '../review/criteria/criteria.ts';

/** What the office plans. */
export const visitPlan = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  team: z.array(z.string()).min(1).max(20),
  items: z
    .array(z.object({ code: z.string().min(1).max(20), question: z.string().trim().min(1).max(500).optional() }))
    .min(1)
    .max(60),
});

/** What can be verified on site: the items of the criteria, and the conditions that the application declares. */
export const verifiable = (of: Application, criteria: Criteria): string[] => [
  ...itemsOf(criteria).map((i) => i.code),
  ...(of.sections.conditions?.content.declarations ?? []).map((d) => d.condition),
];

const twiceIn = (names: readonly string[]) => names.filter((name, i) => names.indexOf(name) !== i);

/**
 * Plans the visit, or plans it anew until the report is handed in: signatures on earlier findings lapse (A19). Throws
 * `Refused` on-site.not-listed for an application that is not on the on-site list, and on-site.* naming what is wrong.
 */
export function planOnSite(
  of: Application,
  { from, to, team, items }: z.infer<typeof visitPlan>,
  criteria: Criteria,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'planOnSite', actor);
  refuseUnless(of.shortlisting?.onSite ?? false, 'on-site.not-listed');
  refuseUnless(from <= to && from >= dateAt(now), 'on-site.dates-wrong');
  const outside = team.filter((id) => !of.panel?.assessorIds.includes(id));
  refuseUnless(outside.length === 0, 'on-site.team-not-panel', { people: outside });
  refuseUnless(team.includes(of.panel?.leaderId ?? ''), 'on-site.team-without-leader');
  const codes = items.map((i) => i.code);
  const twice = [...twiceIn(codes), ...twiceIn(team)];
  refuseUnless(twice.length === 0, 'on-site.items-twice', { items: twice });
  const known = verifiable(of, criteria);
  const unknown = codes.filter((code) => !known.includes(code));
  refuseUnless(unknown.length === 0, 'on-site.unknown-items', { items: unknown });
  return decided(
    circumstances,
    { ...of, onSite: { plan: { from, to, team, items, at: now } } },
    { type: 'onSitePlanned', detail: { from, to, team } },
  );
}
