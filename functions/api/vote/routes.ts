import * as z from 'zod';
import { invitation } from '#domain/vote/convene';
import { pageOf, pageQuery, route } from '../route.ts';
import { ballotRoutes } from './ballot-routes.ts';
import { meetingView } from './meeting-view.ts';
import { reopeningRoutes } from './reopening-routes.ts';
import { resolutionRoutes } from './resolution-routes.ts';

const meetingId = z.object({ meetingId: z.string() });
const reason = z.string().trim().min(1).max(1000);

/** The plenary meeting: who is invited, who is there, who steps back; the minutes. */
export const voteRoutes = {
  conveneMeeting: route({
    method: 'POST',
    path: '/cycles/{cycleId}/meetings',
    idea: 'vote',
    summary: { zh: '召集全体成员大会', en: 'Convene the plenary meeting' },
    articles: ['A21'],
    who: ['office'],
    params: z.object({ cycleId: z.string() }),
    body: invitation,
    answer: meetingView,
    status: 201,
  }),
  cancelMeeting: route({
    method: 'POST',
    path: '/meetings/{meetingId}/cancellation',
    idea: 'vote',
    summary: { zh: '取消会议', en: 'Call a meeting off' },
    articles: ['A21'],
    who: ['office'],
    params: meetingId,
    body: z.object({ reason }),
    answer: meetingView,
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
    summary: {
      zh: '登记当前到会委员(新到者记到会,未列者记离会)',
      en: 'Record who is present now: who is new has come, who is not named has left',
    },
    articles: ['A21'],
    who: ['office'],
    params: meetingId,
    body: z.object({
      present: z.array(z.string()).max(100),
      chairId: z.string().optional().describe('When another member presides'),
    }),
    answer: meetingView,
  }),
  checkIn: route({
    method: 'POST',
    path: '/meetings/{meetingId}/check-in',
    idea: 'vote',
    summary: { zh: '委员本人签到', en: "A member's own check-in" },
    articles: ['A21'],
    who: ['committeeMember'],
    params: meetingId,
    answer: meetingView,
  }),
  checkOut: route({
    method: 'POST',
    path: '/meetings/{meetingId}/check-out',
    idea: 'vote',
    summary: { zh: '委员本人离会', en: 'A member says that they leave' },
    articles: ['A21'],
    who: ['committeeMember'],
    params: meetingId,
    answer: meetingView,
  }),
  recordRecusal: route({
    method: 'POST',
    path: '/meetings/{meetingId}/recusals',
    idea: 'vote',
    summary: {
      zh: '申明回避;主持人可记录其他委员的回避',
      en: "Declare a recusal; the chair may record another member's",
    },
    articles: ['A21'],
    who: ['committeeMember'],
    params: meetingId,
    body: z.object({
      applicationId: z.string(),
      reason,
      personId: z.string().optional().describe('Another member; only the chair may name one'),
    }),
    answer: meetingView,
  }),
  ...ballotRoutes(meetingId, meetingView),
  printMinutes: route({
    method: 'POST',
    path: '/meetings/{meetingId}/minutes',
    idea: 'vote',
    summary: { zh: '生成会议纪要(Word 和 PDF)', en: 'Print the minutes as Word and PDF' },
    articles: ['A21'],
    who: ['office', 'committeeMember'],
    params: meetingId,
    answer: meetingView,
  }),
  downloadMinutes: route({
    method: 'GET',
    path: '/meetings/{meetingId}/minutes/{format}',
    idea: 'vote',
    summary: { zh: '下载会议纪要', en: 'A URL to download the minutes, good for ten minutes' },
    articles: ['A21'],
    who: ['office', 'committeeMember', 'registrar', 'auditor'],
    params: meetingId.extend({ format: z.enum(['pdf', 'docx']) }),
    answer: z.object({ url: z.string(), name: z.string(), sha256: z.string() }),
  }),
  ...reopeningRoutes,
  ...resolutionRoutes,
} as const;
