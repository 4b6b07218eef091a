import * as z from 'zod';
import { filedPaperView } from '#domain/paper/filed-paper';
import { candidate, meeting } from '#domain/vote/meeting';
import { question } from '#domain/vote/round';

/** What everyone in the meeting may know. Counts only of a ballot that is closed; who voted how, never. */
export const meetingView = meeting
  .pick({
    ...{
      meetingId: true,
      cycleId: true,
      revocationId: true,
      ordinal: true,
      title: true,
      startsAt: true,
      place: true,
      agenda: true,
    },
    ...{ status: true, members: true, names: true, chairId: true, attendance: true, recusals: true, struck: true },
    ...{ nominationAfterFailure: true, rounds: true, ties: true, vacancies: true, counts: true, minutes: true },
    ...{ cancelled: true },
  })
  .extend({
    candidates: z.array(candidate.omit({ compositeMilli: true })),
    present: z.array(z.string()),
    steppedBackFrom: z
      .int()
      .describe('Cases of the meeting that the caller has a conflict with or stepped back from, and sees nothing of'),
    voted: z.boolean().describe('Whether the caller has voted in the ballot that is open'),
    ballot: z
      .object({
        round: z.int(),
        kind: z.enum(['main', 'runOff']),
        openedAt: z.iso.datetime(),
        cast: z.int().describe('Sheets in the box'),
        due: z.int().describe('Members whose sheets are expected'),
        questions: z.array(question),
        mine: z.array(question).optional().describe('What the caller votes on: everything but their recusals'),
      })
      .optional(),
    papers: z.array(filedPaperView),
  });
