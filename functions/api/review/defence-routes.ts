import * as z from 'zod';
import { application } from '#domain/application/application';
import { defence, slot } from '#domain/defence/defence';
import { defenceSheet } from '#domain/cycle/rules/defence';
import { defenceScore, noShowNote } from '#domain/defence/hold';
import { timetableFrame } from '#domain/defence/propose-timetable';
import { defenceSlot, defenderChoice } from '#domain/defence/schedule';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const cycleId = z.object({ cycleId: z.string() });
const line = application.pick({ applicationId: true, code: true, kind: true }).extend({ name: z.string() });
const step = application.pick({ applicationId: true, stage: true });

/** The defence (A18). */
export const defenceRoutes = {
  registerDefender: route({
    method: 'POST',
    path: '/applications/{applicationId}/defender',
    idea: 'review',
    summary: {
      zh: '登记答辩人;高层领导已更换的,由评审办凭证明文件登记继任者',
      en: "Register who defends; by the office, with a paper, who has succeeded an organisation's senior leader",
    },
    articles: ['A18'],
    who: 'registered',
    params: applicationId,
    body: defenderChoice,
    answer: step.extend({ defence: defence.pick({ defender: true, slot: true }) }),
  }),
  scheduleDefence: route({
    method: 'POST',
    path: '/applications/{applicationId}/defence/schedule',
    idea: 'review',
    summary: { zh: '安排答辩', en: 'Schedule the defence' },
    articles: ['A18'],
    who: ['office'],
    params: applicationId,
    body: defenceSlot,
    answer: step.extend({ defence: defence.pick({ defender: true, slot: true }) }),
  }),
  scoreDefence: route({
    method: 'POST',
    path: '/applications/{applicationId}/defence/scores',
    idea: 'review',
    summary: { zh: '答辩评分:随时记录,提交一次为准', en: 'Score the defence: noted as it goes on, handed in once' },
    articles: ['A18'],
    who: ['assessor'],
    params: applicationId,
    body: defenceScore,
    answer: defenceScore.extend({ applicationId: z.string(), points: z.int(), at: z.iso.datetime() }),
    status: 201,
  }),
  beginDefence: route({
    method: 'POST',
    path: '/applications/{applicationId}/defence/beginning',
    idea: 'review',
    summary: { zh: '登记答辩开始', en: 'Record that the defence has begun' },
    articles: ['A18'],
    who: ['office'],
    params: applicationId,
    answer: step,
  }),
  endDefence: route({
    method: 'POST',
    path: '/applications/{applicationId}/defence/end',
    idea: 'review',
    summary: { zh: '登记答辩结束', en: 'Record that the defence has ended' },
    articles: ['A18'],
    who: ['office'],
    params: applicationId,
    answer: step,
  }),
  previewTimetable: route({
    method: 'POST',
    path: '/cycles/{cycleId}/defence/timetable/preview',
    idea: 'review',
    summary: { zh: '答辩日程预案(不保存)', en: 'Propose a timetable of the defences; nothing is saved' },
    articles: ['A18'],
    who: ['office'],
    params: cycleId,
    body: timetableFrame,
    answer: z.object({
      slots: z.array(line.extend(slot.shape)),
      unplaced: z.array(line).describe('For whom there is no slot left in these days and rooms'),
    }),
  }),
  applyTimetable: route({
    method: 'POST',
    path: '/cycles/{cycleId}/defence/timetable',
    idea: 'review',
    summary: { zh: '按预案安排答辩(全部成功或全部不变)', en: 'Schedule defences together, all or none' },
    articles: ['A18'],
    who: ['office'],
    params: cycleId,
    body: z.object({
      slots: z
        .array(defenceSlot.extend({ applicationId: z.string() }))
        .min(1)
        .max(40),
    }),
    answer: z.object({ slots: z.array(slot.extend({ applicationId: z.string() })) }),
  }),
  recordNoShow: route({
    method: 'POST',
    path: '/applications/{applicationId}/defence/no-show',
    idea: 'review',
    summary: {
      zh: '登记答辩缺席,或由另一人撤销登记',
      en: 'Record a no-show, or annul another officer’s record of one',
    },
    articles: ['A18'],
    who: ['office'],
    params: applicationId,
    body: noShowNote,
    answer: step,
  }),
  completeDefence: route({
    method: 'POST',
    path: '/applications/{applicationId}/defence/completion',
    idea: 'review',
    summary: { zh: '结束答辩', en: 'Close the defence' },
    articles: ['A17', 'A18'],
    who: ['office'],
    params: applicationId,
    answer: step,
  }),
  showDefence: route({
    method: 'GET',
    path: '/applications/{applicationId}/defence',
    idea: 'review',
    summary: { zh: '答辩情况(评审员仅见本人评分)', en: 'The defence; an assessor sees their own score alone' },
    articles: ['A18'],
    who: ['office', 'auditor', 'assessor'],
    params: applicationId,
    answer: defence.extend({
      applicationId: z.string(),
      sheet: defenceSheet.describe('What a score is made of'),
      handedIn: z.array(z.string()).optional().describe('For the office and the auditors: whose score is in'),
    }),
  }),
} as const;
