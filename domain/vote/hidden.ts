import type { Actor } from '../actor.ts';
import type { Meeting } from './meeting.ts';
import { isRecused } from './quorum.ts';

/** The cases of a meeting that a reader must not know: closed to them by a conflict, or stepped back from (D26). */
export const hiddenFrom = (
  of: Pick<Meeting, 'candidates' | 'recusals'>,
  { personId }: Pick<Actor, 'personId'>,
  closed: ReadonlySet<string>,
): ReadonlySet<string> =>
  new Set(of.candidates.map((c) => c.applicationId).filter((id) => closed.has(id) || isRecused(of, personId, id)));

/** What stands in a refusal for the name of a case that its reader must not know. */
const withheld = '＊';

/** How a refusal names a case of the meeting to its reader. */
export const nameFor = (of: Pick<Meeting, 'candidates'>, applicationId: string, hidden: ReadonlySet<string>): string =>
  hidden.has(applicationId)
    ? withheld
    : (of.candidates.find((c) => c.applicationId === applicationId)?.name ?? applicationId);

/** The meeting without a trace of these cases; what is written about all of them together is withheld whole. */
export function withoutCases(of: Meeting, hidden: ReadonlySet<string>): Meeting {
  if (hidden.size === 0) return of;
  const others = <T extends { readonly applicationId: string }>(all: readonly T[]): T[] =>
    all.filter((one) => !hidden.has(one.applicationId));
  const among = <T extends { readonly applicationIds: readonly string[] }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, applicationIds: one.applicationIds.filter((id) => !hidden.has(id)) }));
  return {
    ...of,
    candidates: others(of.candidates),
    recusals: others(of.recusals),
    struck: others(of.struck),
    // Who voted how in an open ballot names the case in every line.
    rounds: of.rounds.map((r) => ({ ...r, tallies: others(r.tallies), named: undefined })),
    ties: of.ties && among(of.ties),
    vacancies: among(of.vacancies),
    counts: of.counts && others(of.counts),
    ballot: of.ballot && { ...of.ballot, questions: others(of.ballot.questions) },
    minutes: undefined,
    papers: [],
  };
}
