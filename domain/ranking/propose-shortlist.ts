import type { Application } from '../application/application.ts';
import type { Rules } from '../cycle/rules.ts';
import { inGroups } from './in-groups.ts';
import { pointsText } from './points-text.ts';

type Kind = Application['kind'];
type Setting = Rules['shortlist'];

/** What the cycle's setting says of one application, and why; `proposed` is absent where it cannot decide. */
export interface ShortlistProposal {
  readonly application: Application;
  readonly scoreMilli: number;
  readonly rank: number;
  readonly tied: boolean;
  /** Tied across the last place: the setting cannot part them, the office has to, with its reason. */
  readonly atTheEdge: boolean;
  readonly proposed: 'in' | 'out' | undefined;
  readonly reason: string;
}

/** How many of each kind earlier lists of the cycle have let in. */
export type Taken = Readonly<Record<Kind, number>>;

interface Judged {
  readonly proposed: ShortlistProposal['proposed'];
  readonly reason: string;
}

const byLine = (scoreMilli: number, lineMilli: number): Judged => {
  const [points, line] = [pointsText(scoreMilli), pointsText(lineMilli)];
  return scoreMilli >= lineMilli
    ? {
        proposed: 'in',
        reason: `材料评审 ${points} 分，达到入围线 ${line} 分。/ ${points} points: not below the line of ${line}.`,
      }
    : {
        proposed: 'out',
        reason: `材料评审 ${points} 分，未达到入围线 ${line} 分。/ ${points} points: below the line of ${line}.`,
      };
};

const byPlace = (rank: number, group: number, places: number): Judged => {
  if (rank + group - 1 <= places)
    return { proposed: 'in', reason: `材料评审列前 ${places} 名。/ Among the first ${places}.` };
  if (rank > places)
    return { proposed: 'out', reason: `材料评审未进入前 ${places} 名。/ Not among the first ${places}.` };
  return {
    proposed: undefined,
    reason: `同分，位于第 ${places} 名边缘，由评审办说明理由后确定。/ Tied at place ${places}: the office decides, with its reason.`,
  };
};

const placesOf = (setting: Extract<Setting, { mode: 'rank' }>, kind: Kind) =>
  kind === 'organisation' ? setting.organisations : setting.individuals;

/**
 * What the setting of the cycle proposes after the material review, kind by kind and best first (A17): who reached the
 * line, or the first so many of a kind less those whom earlier lists let in. Only applications with a report.
 */
export function proposeShortlist(
  applications: readonly Application[],
  setting: Setting,
  taken: Taken = { organisation: 0, individual: 0 },
): ShortlistProposal[] {
  const scored = applications.flatMap((application) => {
    const score = application.materialReview?.scoreMilli;
    return score === undefined ? [] : [{ application, score }];
  });
  return (['organisation', 'individual'] as const).flatMap((kind) => {
    let rank = 1;
    return inGroups(scored.filter((s) => s.application.kind === kind)).flatMap((group) => {
      const at = rank;
      rank += group.length;
      return group.map(({ application, score }): ShortlistProposal => {
        const judged =
          setting.mode === 'gate'
            ? byLine(score, setting.lineMilli)
            : byPlace(at, group.length, Math.max(0, placesOf(setting, kind) - taken[kind]));
        const atTheEdge = judged.proposed === undefined;
        return { application, scoreMilli: score, rank: at, tied: group.length > 1, atTheEdge, ...judged };
      });
    });
  });
}
