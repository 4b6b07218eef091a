import * as z from 'zod';
import { nameOf } from '../application/submit.ts';
import { blocks } from '../assessor/eligible.ts';
import type { Block } from '../assessor/eligible.ts';
import { weightOf } from './expertise.ts';
import { seatName } from './formulate.ts';
import { blockLabels } from './labels.ts';
import type { OpenPanel, Pair, Problem } from './problem.ts';

const sentence = z.object({ zh: z.string(), en: z.string() });

/** A proposal, seat by seat, with its reasons. Nothing has been assigned. */
export const proposal = z.object({
  panels: z.array(
    z.object({
      applicationId: z.string(),
      code: z.string().optional(),
      name: z.string(),
      leaderId: z.string().optional(),
      assessorIds: z.array(z.string()).describe('Those who are on the panel already, and those proposed'),
      seats: z.array(z.object({ personId: z.string(), name: z.string(), why: sentence })),
      unfilled: z.object({
        seats: z.int(),
        short: z.boolean().describe('Fewer than a panel needs'),
        blockedBy: z.array(z.object({ block: z.enum(blocks), people: z.int(), ...sentence.shape })),
      }),
    }),
  ),
  loads: z.array(z.object({ personId: z.string(), name: z.string(), before: z.int(), after: z.int() })),
});
type Proposal = z.infer<typeof proposal>;

const nameOfCandidate = ({ candidate }: Pair) => candidate.entry?.name ?? candidate.personId;
const named = (list: readonly string[], none: string) => (list.length > 0 ? list.join('、') : none);

function why({ candidate, expertise }: Pair, after: number, others: number, most: number) {
  const { industries, categories } = expertise;
  const load = `${candidate.reviews.size} → ${after} / ${most}`;
  return {
    zh: `聘期有效、已签承诺、无利害关系;行业:${named(industries, '无匹配')};类目:${named(categories, '无匹配')};本届承担 ${load} 项;另有 ${others} 人也可担任`,
    en: `Appointed, pledged, no conflict; industries: ${named(industries, 'none')}; categories: ${named(categories, 'none')}; load ${load}; ${others} others could sit here`,
  };
}

function unfilledOf(
  row: readonly Pair[],
  { members, open }: OpenPanel,
  chosen: readonly Pair[],
  isFull: (p: Pair) => boolean,
  least: number,
) {
  const counts = new Map<Block, number>();
  for (const pair of row) {
    if (chosen.includes(pair)) continue;
    const against = pair.blocks.length > 0 ? pair.blocks : isFull(pair) ? (['loadFull'] as const) : [];
    for (const block of against) counts.set(block, (counts.get(block) ?? 0) + 1);
  }
  const seats = open - chosen.length;
  return {
    seats,
    short: members.length + chosen.length < least,
    blockedBy: seats > 0 ? [...counts].map(([block, people]) => ({ block, people, ...blockLabels[block] })) : [],
  };
}

/** Reads the solution and gives each seat its reason, each empty seat what stands against it. */
export function proposalOf({ rules, panels, candidates, pairs }: Problem, valueOf: (name: string) => number): Proposal {
  const chosenFor = panels.map((_, j) => (pairs[j] ?? []).filter((_, i) => valueOf(seatName(i, j)) > 0.5));
  const taken = (personId: string) => chosenFor.flat().filter((p) => p.candidate.personId === personId).length;
  const after = ({ candidate }: Pair) => candidate.reviews.size + taken(candidate.personId);
  const leads = new Map<string, number>();
  return {
    panels: panels.map((panel, j) => {
      const row = pairs[j] ?? [];
      const chosen = chosenFor[j] ?? [];
      const { application, members } = panel;
      const leaderId = application.panel?.leaderId ?? leaderOf(chosen, leads);
      if (leaderId) leads.set(leaderId, (leads.get(leaderId) ?? 0) + 1);
      const free = row.filter((p) => p.blocks.length === 0);
      const others = free.filter((p) => !chosen.includes(p) && after(p) < rules.assessorLoad).length;
      return {
        applicationId: application.applicationId,
        code: application.code,
        name: nameOf(application),
        leaderId,
        assessorIds: [...members, ...chosen.map((p) => p.candidate.personId)],
        seats: chosen.map((p) => ({
          personId: p.candidate.personId,
          name: nameOfCandidate(p),
          why: why(p, after(p), others, rules.assessorLoad),
        })),
        unfilled: unfilledOf(row, panel, chosen, (p) => after(p) >= rules.assessorLoad, rules.panelMinimum),
      };
    }),
    loads: candidates.map(({ personId, entry, reviews }) => ({
      personId,
      name: entry?.name ?? personId,
      before: reviews.size,
      after: reviews.size + taken(personId),
    })),
  };
}

/** Who leads fewest so far, then whose fields fit best, then by id: always the same. */
function leaderOf(chosen: readonly Pair[], leads: ReadonlyMap<string, number>): string | undefined {
  const rank = (p: Pair) => [leads.get(p.candidate.personId) ?? 0, -weightOf(p.expertise)] as const;
  const [first] = [...chosen].sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x[0] - y[0] || x[1] - y[1] || (a.candidate.personId < b.candidate.personId ? -1 : 1);
  });
  return first?.candidate.personId;
}
