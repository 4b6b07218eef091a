import * as z from 'zod';
import { instantOf } from '../calendar/civil.ts';
import type { Circumstances } from '../record.ts';
import { decided } from '../record.ts';
import { Refused, refuseUnless } from '../refused.ts';
import type { Resolution } from '../resolution/resolution.ts';
import { restOn } from '../resolution/resolution.ts';
import type { Published } from './announce.ts';
import { changedRules } from './changed-rules.ts';
import { closingDate } from './closing-date.ts';
import { phaseOf } from './cycle.ts';
import type { Cycle } from './cycle.ts';
import { newPublication, pinPublication, publish } from './publication.ts';

/** What an amendment changes. Criteria and rule set are named so that whoever tries is told why not. */
export const changes = z.strictObject({
  approvalReference: z.string().trim().min(1).max(100).optional(),
  opensAt: z.iso.datetime().optional(),
  closesAt: z.iso.datetime().optional(),
  rules: z.record(z.string(), z.unknown()).default({}).describe('The settings that change, by their keys'),
  criteria: z.unknown().optional().describe('Never: refused (A11)'),
  ruleSetVersion: z.unknown().optional().describe('Never: refused (A1)'),
});

export const newAmendment = z.object({
  resolutionId: z.string().describe('The resolution of the committee that decides so'),
  document: newPublication.describe('What is published about it'),
  changes,
});

const most = 50;
const normalised = (instant: string | undefined, present: string) =>
  instant === undefined ? present : instantOf(Date.parse(instant));

function refuseWrongDates(of: Cycle, { opensAt, closesAt }: Pick<Cycle, 'opensAt' | 'closesAt'>, now: string): void {
  const phase = phaseOf(of, now);
  if (opensAt !== of.opensAt) {
    refuseUnless(phase === 'announced', 'cycle.opened-already');
    refuseUnless(opensAt >= now, 'cycle.dates-wrong');
  }
  if (closesAt !== of.closesAt) {
    refuseUnless(phase !== 'closed', 'cycle.closed-already', { closesAt: of.closesAt });
    refuseUnless(closesAt > of.closesAt, 'cycle.closing-only-later', { closesAt: of.closesAt });
    // What was handed in is locked from the closing year on (A29), and the calendars of that year are pinned.
    const year = (c: Pick<Cycle, 'closesAt'>) => closingDate(c).slice(0, 4);
    refuseUnless(year({ closesAt }) === year(of), 'cycle.closing-year', { year: year(of) });
  }
  refuseUnless(opensAt < closesAt, 'cycle.dates-wrong');
}

/**
 * Changes an announced cycle by a resolution of the committee and a published document. Criteria and rule set are never
 * changed (A11); the closing only moves later, before it has passed and within its year; settings that decided already
 * stay. Throws `Refused` cycle.not-announced, cycle.over, cycle.never-amended, cycle.nothing-changed, cycle.setting-*.
 */
export function amend(
  of: Cycle,
  { document, changes: wanted }: z.infer<typeof newAmendment>,
  { resolution, publicationId }: { resolution: Resolution; publicationId: string },
  circumstances: Circumstances,
): Published {
  const { now } = circumstances;
  refuseUnless(of.status !== 'draft', 'cycle.not-announced');
  refuseUnless(of.status === 'announced' && of.amendments.length < most, 'cycle.over');
  const never = (['criteria', 'ruleSetVersion'] as const).filter((field) => wanted[field] !== undefined);
  if (never.length > 0) throw new Refused('cycle.never-amended', { fields: never });
  const pinned = restOn(
    resolution,
    { kind: 'cycleAmendment', programmeId: of.programmeId, since: of.announcement?.publishedAt },
    circumstances,
  );
  const next = {
    ...of,
    approvalReference: wanted.approvalReference ?? of.approvalReference,
    opensAt: normalised(wanted.opensAt, of.opensAt),
    closesAt: normalised(wanted.closesAt, of.closesAt),
  };
  refuseWrongDates(of, next, now);
  const settings = changedRules(of, wanted.rules, now);
  const fields = (['approvalReference', 'opensAt', 'closesAt'] as const)
    .filter((field) => next[field] !== of[field])
    .map((field): Cycle['amendments'][number]['changes'][number] => ({ field, from: of[field], to: next[field] }));
  const changed = [...fields, ...settings.changes];
  refuseUnless(changed.length > 0, 'cycle.nothing-changed');
  const published = publish(of, { kind: 'amendment', publicationId }, document, circumstances);
  const amendment = {
    ...{ amendment: of.amendments.length + 1, at: now, resolution: pinned },
    ...{ document: pinPublication(published.next), changes: changed },
  };
  return {
    documents: [published],
    cycle: decided(
      circumstances,
      { ...next, rules: settings.rules, amendments: [...of.amendments, amendment] },
      {
        type: 'cycleAmended',
        detail: {
          ...{ amendment: amendment.amendment, resolution: pinned.number, document: document.number },
          changes: changed,
        },
      },
    ),
  };
}
