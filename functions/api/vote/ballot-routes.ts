import * as z from 'zod';
import { choices } from '#domain/vote/round';
import { route } from '../route.ts';

const reason = z.string().trim().min(1).max(1000);
const minutes = z.string().trim().min(1).max(20_000);

/** The ballots of a meeting: opened by the office, cast by each member for themselves, closed by the chair. */
export const ballotRoutes = <M extends z.ZodObject, V extends z.ZodObject>(meetingId: M, meetingView: V) =>
  ({
    allowNominationAfterFailure: route({
      method: 'POST',
      path: '/meetings/{meetingId}/nomination-after-failure',
      idea: 'vote',
      summary: {
        zh: '依决议:质量奖未通过者参加提名奖表决(表决前)',
        en: 'By a resolution before the ballot: who fails for the Quality Award is voted on for the Nomination Award',
      },
      articles: ['A5', 'A21'],
      who: ['committeeMember'],
      params: meetingId,
      body: z.object({ resolutionId: z.string() }),
      answer: meetingView,
    }),
    openBallot: route({
      method: 'POST',
      path: '/meetings/{meetingId}/ballot/opening',
      idea: 'vote',
      summary: {
        zh: '开始表决或重新表决(须达法定人数)',
        en: 'Open the ballot, or the run-off; needs the quorum for each applicant',
      },
      articles: ['A21'],
      who: ['office'],
      params: meetingId,
      body: z.object({
        putOff: z
          .array(z.object({ applicationId: z.string(), reason }))
          .max(100)
          .default([])
          .describe('Applicants without a quorum, put off to another meeting'),
      }),
      answer: meetingView,
    }),
    resumeBallot: route({
      method: 'POST',
      path: '/meetings/{meetingId}/ballot/resumption',
      idea: 'vote',
      summary: { zh: '人数恢复后继续表决', en: 'Go on with a halted ballot; needs the quorum' },
      articles: ['A21'],
      who: ['office'],
      params: meetingId,
      answer: meetingView,
    }),
    voidBallot: route({
      method: 'POST',
      path: '/meetings/{meetingId}/ballot/voiding',
      idea: 'vote',
      summary: { zh: '宣布表决无效(主持人)', en: 'Declare the ballot void; what was cast is destroyed uncounted' },
      articles: ['A21'],
      who: ['committeeMember'],
      params: meetingId,
      body: z.object({ reason }),
      answer: meetingView,
    }),
    castBallot: route({
      method: 'POST',
      path: '/meetings/{meetingId}/ballot',
      idea: 'vote',
      summary: { zh: '投票', en: 'Cast the ballot' },
      articles: ['A21'],
      who: ['committeeMember'],
      params: meetingId,
      body: z.object({ choices: z.record(z.string(), z.enum(choices)) }),
      secret: true,
      contended: true,
      answer: z.object({ accepted: z.literal(true) }),
    }),
    closeBallot: route({
      method: 'POST',
      path: '/meetings/{meetingId}/ballot/closing',
      idea: 'vote',
      summary: { zh: '结束表决并确定拟获奖名单(主持人)', en: 'Close the ballot and fix the proposed winners' },
      articles: ['A21'],
      who: ['committeeMember'],
      params: meetingId,
      body: z.object({
        minutes,
        withoutOutstanding: z
          .boolean()
          .default(false)
          .describe('Closes though members present have not voted; they count in the base and not as assent'),
      }),
      answer: meetingView,
    }),
    declareVacancy: route({
      method: 'POST',
      path: '/meetings/{meetingId}/ballot/vacancy',
      idea: 'vote',
      summary: {
        zh: '依决议宣布名额空缺(得票与得分仍相同)',
        en: 'By a resolution: places that are tied for stay empty',
      },
      articles: ['A4', 'A21'],
      who: ['committeeMember'],
      params: meetingId,
      body: z.object({ resolutionId: z.string(), minutes }),
      answer: meetingView,
    }),
  }) as const;
