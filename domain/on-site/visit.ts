import * as z from 'zod';
import type { Application } from '../application/application.ts';
import { dateAt } from '../calendar/civil.ts';
import { enter, move, moved } from '../case.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import { refuseUnless } from '../refused.ts';

const text = (max: number) => z.string().trim().min(1).max(max);

/** What the office plans. */
export const visitPlan = z.object({ from: z.iso.date(), to: z.iso.date(), items: z.array(text(200)).min(1).max(60) });

/** What the leader reports. */
export const visitReport = z.object({
  findings: z.array(z.object({ item: text(200), finding: text(4000) })).max(60),
  points: z.int().min(0).max(1000),
  conclusion: text(4000),
});

const twiceIn = (items: readonly string[]) => items.filter((item, i) => items.indexOf(item) !== i);

/** Plans the visit, or plans it anew until the report is handed in (A19). */
export function planOnSite(
  of: Application,
  plan: z.infer<typeof visitPlan>,
  circumstances: Circumstances,
): Outcome<Application> {
  enter('application', of, 'planOnSite', circumstances.actor);
  refuseUnless(plan.from <= plan.to && plan.from >= dateAt(circumstances.now), 'on-site.dates-wrong');
  const twice = twiceIn(plan.items);
  refuseUnless(twice.length === 0, 'on-site.items-twice', { items: twice });
  return decided(
    circumstances,
    { ...of, onSite: { plan: { ...plan, at: circumstances.now } } },
    { type: 'onSitePlanned', detail: { from: plan.from, to: plan.to } },
  );
}

/** Hands the on-site report in: one finding for every planned item, points and a conclusion (A19). */
export function handInOnSiteReport(
  of: Application,
  report: z.infer<typeof visitReport>,
  circumstances: Circumstances,
): Outcome<Application> {
  const { actor, now } = circumstances;
  enter('application', of, 'handInOnSiteReport', actor);
  refuseUnless(!of.reportToRedo, 'report.redo-first');
  const plan = of.onSite?.plan;
  refuseUnless(!!plan, 'on-site.plan-missing');
  refuseUnless(plan.from <= dateAt(now), 'on-site.not-begun', { from: plan.from });
  const found = report.findings.map((f) => f.item);
  const missing = plan.items.filter((item) => !found.includes(item));
  refuseUnless(missing.length === 0, 'on-site.findings-missing', { items: missing });
  const unplanned = found.filter((item) => !plan.items.includes(item));
  refuseUnless(unplanned.length === 0, 'on-site.findings-unplanned', { items: unplanned });
  const twice = twiceIn(found);
  refuseUnless(twice.length === 0, 'on-site.items-twice', { items: twice });
  return decided(
    circumstances,
    { ...move(of, 'Recommendation', now), onSite: { plan, report: { ...report, by: actor.personId, at: now } } },
    moved(of, 'onSiteReportHandedIn', 'Recommendation'),
  );
}
