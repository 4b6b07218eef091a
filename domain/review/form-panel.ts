import * as z from 'zod';
import type { Application } from '../application/application.ts';
import type { Block, Candidate } from '../assessor/eligible.ts';
import { blocks, blocksOf } from '../assessor/eligible.ts';
import { dateAt } from '../calendar/civil.ts';
import { enter } from '../case.ts';
import type { Rules } from '../cycle/rules.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { RefusalCode } from '../refusals.ts';
import { refuseUnless } from '../refused.ts';
import type { Review } from './review.ts';

/** What the office decides about a panel. */
export const panelChoice = z.object({
  leaderId: z.string(),
  assessorIds: z.array(z.string()).min(1).max(20),
  conflictsChecked: z.boolean().optional().describe('The office has checked the grounds of D26 itself'),
  ended: z
    .array(z.object({ personId: z.string(), reason: z.string().trim().min(1).max(500) }))
    .max(20)
    .optional()
    .describe('Members whose seat ends, and why: left the pool, ill. Their drafts are kept, closed, and never counted'),
});
type Choice = z.infer<typeof panelChoice>;

interface Ground {
  readonly rules: Pick<Rules, 'panelSize' | 'panelMinimum' | 'assessorLoad' | 'conflictYears'>;
  /** What is known of those who are named or whose seat ends; who is not among them is no assessor. */
  readonly candidates: readonly Candidate[];
  /** The application's sheets so far. */
  readonly sheets: readonly Review[];
}

/** What keeps anybody off the panel, and what keeps only a newcomer off it. */
const always: readonly Block[] = ['applicant', 'notAssessor', 'conflict'];
const refusalOf: Readonly<Record<Exclude<Block, 'onPanel'>, RefusalCode>> = {
  applicant: 'panel.applicant-among-them',
  notAssessor: 'panel.not-assessors',
  noTerm: 'panel.no-term',
  conflict: 'panel.conflict',
  conflictDetected: 'panel.conflict-detected',
  notPledged: 'panel.not-pledged',
  loadFull: 'panel.load-full',
};

/**
 * Forms the panel, or forms it anew while no sheet is handed in; after that only to fill the seat that a conflict
 * emptied or that the office ends with a reason, or to name another leader, and those who handed in stay (D26). Only assessors with a term today, the cycle's pledge, no conflict and
 * room for another case can be named. Throws `Refused` panel.* naming the people concerned.
 */
export function formPanel(
  of: Application,
  { leaderId, assessorIds, conflictsChecked, ended = [] }: Choice,
  ground: Ground,
  circumstances: Circumstances,
): Outcome<Application> {
  const { rules, sheets } = ground;
  enter('application', of, 'formPanel', circumstances.actor);
  refuseUnless(!of.materialReview, 'panel.report-handed-in');
  refuseUnless(
    new Set(assessorIds).size === assessorIds.length &&
      assessorIds.length >= rules.panelMinimum &&
      assessorIds.length <= rules.panelSize,
    'panel.size-wrong',
    { least: rules.panelMinimum, most: rules.panelSize },
  );
  refuseUnless(assessorIds.includes(leaderId), 'panel.leader-not-among-them');
  refuseUnlessAssignable(of, assessorIds, ground, circumstances);
  refuseUnlessEndable(of, { assessorIds, ended }, ground, circumstances);
  refuseUnless(sheetsAllow(of, { assessorIds, ended }, sheets), 'panel.sheets-handed-in');
  const added = assessorIds.filter((id) => !of.panel?.assessorIds.includes(id));
  return decided(
    circumstances,
    { ...of, panel: { leaderId, assessorIds, formedAt: circumstances.now } },
    {
      type: 'panelFormed',
      detail: {
        ...{ leaderId, assessorIds, added, conflictsChecked: conflictsChecked ?? false },
        ...(ended.length > 0 && { ended }),
      },
    },
  );
}

interface Seats {
  readonly assessorIds: readonly string[];
  readonly ended: NonNullable<Choice['ended']>;
}

/** Whose sheets of the panel as it stands are handed in. */
const handedInBy = ({ panel }: Application, sheets: readonly Review[]): string[] =>
  sheets
    .filter((s) => !s.voided && s.status === 'handedIn' && (panel?.assessorIds.includes(s.assessorId) ?? false))
    .map((s) => s.assessorId);

/**
 * A seat ends of a member who sits, and by this goes. Who has handed in and is an assessor still keeps it: no score goes
 * because it is not liked.
 */
function refuseUnlessEndable(of: Application, { assessorIds, ended }: Seats, ground: Ground, { now }: Circumstances) {
  const people = ended.map((e) => e.personId);
  const elsewhere = people.filter((id) => !of.panel?.assessorIds.includes(id) || assessorIds.includes(id));
  refuseUnless(elsewhere.length === 0, 'panel.seat-not-ended', { people: elsewhere });
  const done = handedInBy(of, ground.sheets);
  const staying = people.filter((id) => {
    const known = ground.candidates.find((c) => c.personId === id);
    const gone = !known?.isAssessor || blocksOf(known, of, ground.rules, dateAt(now)).includes('noTerm');
    return done.includes(id) && !gone;
  });
  refuseUnless(staying.length === 0, 'panel.seat-handed-in', { people: staying });
}

function refuseUnlessAssignable(
  of: Application,
  assessorIds: readonly string[],
  { rules, candidates }: Ground,
  { now }: Circumstances,
): void {
  const against = assessorIds.map((personId) => {
    const stranger = { personId, isAssessor: false, pledged: false, reviews: new Set<string>() };
    const known = candidates.find((c) => c.personId === personId) ?? stranger;
    const found = blocksOf(known, of, rules, dateAt(now));
    const sits = of.panel?.assessorIds.includes(personId) ?? false;
    return { personId, found: sits ? found.filter((b) => always.includes(b)) : found };
  });
  for (const block of blocks) {
    if (block === 'onPanel') continue;
    const people = against.filter((a) => a.found.includes(block)).map((a) => a.personId);
    refuseUnless(people.length === 0, refusalOf[block], { people });
  }
}

function sheetsAllow(of: Application, { assessorIds, ended }: Seats, sheets: readonly Review[]): boolean {
  const { panel } = of;
  const leaving = ended.map((e) => e.personId);
  const staying = handedInBy(of, sheets).filter((id) => !leaving.includes(id));
  const seatEmptied = of.conflicts?.some((c) => c.leftPanel && (!panel || c.at >= panel.formedAt)) ?? false;
  const seated = panel?.assessorIds ?? [];
  const same = seated.length === assessorIds.length && seated.every((id) => assessorIds.includes(id));
  const mayChange = seatEmptied || leaving.length > 0 || same;
  return staying.length === 0 || (mayChange && staying.every((id) => assessorIds.includes(id)));
}

/** The sheets of those who are no longer on the panel: kept, closed, and never counted. */
export const closedSheets = (
  { panel, applicationId }: Application,
  sheets: readonly Review[],
  circumstances: Circumstances,
): Outcome<Review>[] =>
  sheets
    .filter((s) => !s.voided && !panel?.assessorIds.includes(s.assessorId))
    .map((s) =>
      decided(
        circumstances,
        { ...s, voided: { at: circumstances.now, because: 'leftPanel' } },
        { type: 'sheetVoided', detail: { applicationId, because: 'leftPanel' } },
      ),
    );
