import type { FiledPaper } from '../paper/filed-paper.ts';
import type { Circumstances, Outcome } from '../record.ts';
import { decided } from '../record.ts';
import type { Meeting } from './meeting.ts';

/** Notes the minutes as printed and filed. Printed again, the newest of a format is the one given out. */
export const fileMinutes = (
  of: Meeting,
  papers: readonly FiledPaper[],
  circumstances: Circumstances,
): Outcome<Meeting> =>
  decided(
    circumstances,
    { ...of, papers: [...of.papers, ...papers] },
    { type: 'minutesFiled', detail: { papers: papers.map(({ format, sha256 }) => ({ format, sha256 })) } },
  );
