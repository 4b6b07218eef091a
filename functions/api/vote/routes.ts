import * as z from 'zod';
import { choices, meeting } from '#domain/vote/meeting';
import { pageOf, pageQuery, route } from '../route.ts';

const meetingId = z.object({ meetingId: z.string() });

/** What everyone in the meeting may know. Counts only once the ballot is closed; who voted, never. */
const meetingView = meeting
  .pick({ meetingId: true, cycleId: true, title: true, status: true, present: true, recusals: true, minutes: true })
  .extend({
    members: z.array(z.string()),
    candidates: z.array(meeting.shape.candidates.element.omit({ compositeMilli: true })),
    counts: meeting.shape.counts,
    voted: z.boolean().describe('Whether the caller has voted'),
  });

/** The plenary meeting and its secret ballot. */
export const voteRoutes = {
  conveneMeeting: route({
    method: 'POST',
    path: '/cycles/{cycleId}/meetings',
    idea: 'vote',
    summary: { zh: '召集全体成员大会', en: 'Convene the plenary meeting' },
    articles: ['A21'],
    who: ['office'],
    params: z.object({ cycleId: z.string() }),
    body: z.object({ title: z.string().trim().min(1).max(200) }),
    answer: meetingView,
    status: 201,
  }),
  listMeetings: route({
    method: 'GET',
    path: '/cycles/{cycleId}/meetings',
    idea: 'vote',
    summary: { zh: '本届会议', en: 'The meetings of a cycle' },
    who: ['office', 'committeeMember', 'auditor'],
    params: z.object({ cycleId: z.string() }),
    query: pageQuery,
    answer: pageOf(meetingView),
  }),
  showMeeting: route({
    method: 'GET',
    path: '/meetings/{meetingId}',
    idea: 'vote',
    summary: { zh: '会议', en: 'A meeting' },
    who: ['office', 'committeeMember', 'auditor'],
    params: meetingId,
    answer: meetingView,
  }),
  recordAttendance: route({
    method: 'POST',
    path: '/meetings/{meetingId}/attendance',
    idea: 'vote',
    summary: { zh: '登记到会与回避', en: 'Record attendance and recusals' },
    articles: ['A21'],
    who: ['office'],
    params: meetingId,
    body: z.object({
      present: z.array(z.string()).max(100),
      recusals: z
        .array(z.object({ personId: z.string(), applicationId: z.string(), reason: z.string().min(1).max(500) }))
        .max(500)
        .default([]),
    }),
    answer: meetingView,
  }),
  openBallot: route({
    method: 'POST',
    path: '/meetings/{meetingId}/ballot/opening',
    idea: 'vote',
    summary: { zh: '开始表决(须达法定人数)', en: 'Open the ballot; needs the quorum' },
    articles: ['A21'],
    who: ['office'],
    params: meetingId,
    answer: meetingView,
  }),
  castBallot: route({
    method: 'POST',
    path: '/meetings/{meetingId}/ballot',
    idea: 'vote',
    summary: { zh: '投票(无记名)', en: 'Cast the secret ballot' },
    articles: ['A21'],
    who: ['committeeMember'],
    params: meetingId,
    body: z.object({ choices: z.record(z.string(), z.enum(choices)) }),
    secret: true,
    answer: z.object({ accepted: z.literal(true) }),
  }),
  closeBallot: route({
    method: 'POST',
    path: '/meetings/{meetingId}/ballot/closing',
    idea: 'vote',
    summary: { zh: '结束表决并确定拟获奖名单', en: 'Close the ballot and fix the proposed winners' },
    articles: ['A21'],
    who: ['committeeMember'],
    params: meetingId,
    body: z.object({ minutes: z.string().trim().min(1).max(20_000) }),
    answer: meetingView,
  }),
} as const;
