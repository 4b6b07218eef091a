import * as z from 'zod';
import { instantOf } from '../calendar/civil.ts';
import type { CalendarYear } from '../calendar/working-days.ts';
import type { Programme } from '../programme/programme.ts';
import { pinRuleSet } from '../programme/rule-set.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided, newHead } from '../record.ts';
import { refuseUnless } from '../refused.ts';
import type { Resolution } from '../resolution/resolution.ts';
import { restOn } from '../resolution/resolution.ts';
import type { Edition } from '../review/criteria/edition.ts';
import { criteriaKinds, pinEdition } from '../review/criteria/edition.ts';
import { cycle } from './cycle.ts';
import type { Cycle } from './cycle.ts';
import { refuseIfTooSoon } from './five-years.ts';
import { rules } from './rules.ts';
import { settingsVersion } from './settings.ts';

/** What the office enters to prepare a cycle; what may still be missing is demanded by the announcement. */
export const newCycle = cycle.pick({ year: true, opensAt: true, closesAt: true }).extend({
  title: z.string().trim().min(1).max(200),
  approvalReference: z.string().trim().min(1).max(100).optional().describe('Of the provincial office (A3)'),
  ruleSetVersion: z.int().positive().optional().describe("A version of the programme's rule set (A1)"),
  criteria: z
    .object({ organisation: z.string(), individual: z.string() })
    .partial()
    .default({})
    .describe('The ids of the editions by which each kind is reviewed (A11)'),
  exceptionalResolutionId: z.string().optional().describe('The committee decision on a cycle within five years (A5)'),
  // A setting that nobody knows is a mistyped one.
  rules: z.strictObject(rules.shape),
});

/** Who sees what is not announced yet, and what the committee resolved about it. */
export const seesPreparations = ['office', 'committeeMember', 'auditor', 'administrator'] as const;

/** What a draft refers to, as it is stored. */
export interface DraftGround {
  readonly programme: Pick<Programme, 'programmeId' | 'ruleSets'>;
  readonly editions: readonly Edition[];
  readonly resolution?: Resolution | undefined;
  readonly others: readonly Cycle[];
}

type Drafted = Omit<Cycle, keyof ReturnType<typeof newHead> | 'cycleId' | 'status' | 'amendments' | 'calendars'>;

function drafted(
  { criteria, ruleSetVersion, exceptionalResolutionId: _, ...described }: z.infer<typeof newCycle>,
  { programme, editions, resolution, others }: DraftGround,
  circumstances: Circumstances,
): Drafted {
  const { programmeId } = programme;
  // With milliseconds, as every instant here is written, so that instants compare as text.
  const opensAt = instantOf(Date.parse(described.opensAt));
  const closesAt = instantOf(Date.parse(described.closesAt));
  refuseUnless(opensAt < closesAt, 'cycle.dates-wrong');
  // The cycle that would otherwise be waited for is what it is about.
  const since = others
    .flatMap((c) => c.announcement?.publishedAt ?? [])
    .sort()
    .at(-1);
  const exceptionalResolution =
    resolution && restOn(resolution, { kind: 'earlierCycle', programmeId, since }, circumstances);
  refuseIfTooSoon({ year: described.year, exceptionalResolution }, others);
  const named = criteriaKinds.flatMap((kind) => {
    const edition = editions.find((e) => e.editionId === criteria[kind]);
    return edition ? [[kind, pinEdition(edition, kind, programmeId)]] : [];
  });
  return {
    ...described,
    opensAt,
    closesAt,
    criteria: Object.fromEntries(named) as Cycle['criteria'],
    ruleSet: ruleSetVersion === undefined ? undefined : pinRuleSet(programme.ruleSets, ruleSetVersion),
    exceptionalResolution,
    settingsVersion,
  };
}

/**
 * Prepares a cycle. Throws `Refused` cycle.too-soon when another announced cycle is less than five calendar years away
 * and no committee decision is attached (A5), cycle.dates-wrong, rule-set.unknown, criteria.not-of-kind.
 */
export function draftCycle(
  cycleId: string,
  described: z.infer<typeof newCycle>,
  ground: DraftGround,
  circumstances: Circumstances,
): Outcome<Cycle> {
  const { title, year, approvalReference } = described;
  return decided(
    circumstances,
    {
      ...newHead(ground.programme.programmeId),
      cycleId,
      ...drafted(described, ground, circumstances),
      calendars: [],
      amendments: [],
      status: 'draft',
    },
    { type: 'cycleDrafted', detail: { title, year, approvalReference } },
  );
}

/** Changes the draft , as a whole. Throws `Refused` cycle.already-announced and those of a draft. */
export function changeDraft(
  of: Cycle,
  described: z.infer<typeof newCycle>,
  ground: DraftGround,
  circumstances: Circumstances,
): Outcome<Cycle> {
  refuseUnless(of.status === 'draft', 'cycle.already-announced');
  const { version, chain, programmeId, cycleId, status, calendars, amendments } = of;
  const head = { version, chain, programmeId, cycleId, status, calendars, amendments };
  return decided(
    circumstances,
    { ...head, ...drafted(described, ground, circumstances) },
    { type: 'cycleDraftChanged', detail: { title: described.title, year: described.year } },
  );
}

export type Calendars = readonly (CalendarYear & { readonly revision: number })[];
