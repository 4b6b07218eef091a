import type { Candidate, Meeting } from './meeting.ts';

/** Why a candidate is not voted on after all. */
export type Strike = Omit<Meeting['struck'][number], 'at'>;

/** The meeting without those who left the vote since it was convened, each noted once. */
export const strike = (of: Meeting, strikes: readonly Strike[], at: string): Meeting => {
  const news = strikes.filter(
    ({ applicationId }, i) =>
      !of.struck.some((known) => known.applicationId === applicationId) &&
      strikes.findIndex((s) => s.applicationId === applicationId) === i,
  );
  return { ...of, struck: [...of.struck, ...news.map((s) => ({ ...s, at }))] };
};

/** The candidates that are voted on. */
export const standingCandidates = (of: Pick<Meeting, 'candidates' | 'struck'>): Candidate[] =>
  of.candidates.filter((c) => !of.struck.some((s) => s.applicationId === c.applicationId));

/** The events of strikes that are new. */
export const strikeEvents = (before: Meeting, after: Meeting) =>
  after.struck.slice(before.struck.length).map(({ applicationId, because, reason }) => ({
    type: 'candidateStruck',
    detail: { applicationId, because, reason },
  }));
