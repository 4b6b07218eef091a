import * as z from 'zod';
import { application } from '#domain/application/application';
import { defence } from '#domain/defence/defence';
import { defencePoints, defenceSlot } from '#domain/defence/hold';
import { route } from '../route.ts';

const applicationId = z.object({ applicationId: z.string() });
const step = application.pick({ applicationId: true, stage: true });

/** The defence (A18). */
export const defenceRoutes = {
  registerDefender: route({
    method: 'POST',
    path: '/applications/{applicationId}/defender',
    idea: 'review',
    summary: { zh: '登记答辩人', en: 'Register who defends' },
    articles: ['A18'],
    who: 'registered',
    params: applicationId,
    body: z.object({ name: z.string().trim().min(1).max(100) }),
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
    summary: { zh: '答辩评分(仅一次)', en: 'Score the defence, once' },
    articles: ['A18'],
    who: ['assessor'],
    params: applicationId,
    body: defencePoints,
    answer: defencePoints.extend({ applicationId: z.string(), at: z.iso.datetime() }),
    status: 201,
  }),
  recordNoShow: route({
    method: 'POST',
    path: '/applications/{applicationId}/defence/no-show',
    idea: 'review',
    summary: { zh: '登记答辩缺席', en: 'Record a no-show' },
    articles: ['A18'],
    who: ['office'],
    params: applicationId,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
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
    answer: defence.extend({ applicationId: z.string() }),
  }),
} as const;
