import * as z from 'zod';
import { assignment, mostPanels, wantedPanel } from '#domain/assignment/assignment';
import { proposal } from '#domain/assignment/proposal';
import { route } from '../route.ts';

const cycleId = z.object({ cycleId: z.string() });
const wanted = z.object({ panels: z.array(wantedPanel).min(1).max(mostPanels) });
const fault = z.object({
  applicationId: z.string(),
  code: z.string(),
  message: z.object({ zh: z.string(), en: z.string() }),
});

/** Assessors assigned to all panels of a cycle that have open seats. */
export const assignmentRoutes = {
  proposeAssignment: route({
    method: 'GET',
    path: '/cycles/{cycleId}/assignment/proposal',
    idea: 'assignment',
    summary: {
      zh: '自动建议评审组(说明理由,不作指派)',
      en: 'Propose panels for all open seats, each with its reason; nothing is assigned',
    },
    articles: ['A9', 'A17'],
    who: ['office'],
    params: cycleId,
    answer: proposal.extend({ remaining: z.int().describe('Applications beyond this part, to be proposed next') }),
  }),
  checkAssignment: route({
    method: 'POST',
    path: '/cycles/{cycleId}/assignment/check',
    idea: 'assignment',
    summary: { zh: '核对拟指派的评审组(不作指派)', en: 'Check panels as changed by hand; nothing is assigned' },
    articles: ['A9', 'A17'],
    who: ['office'],
    params: cycleId,
    body: wanted,
    answer: z.object({ faults: z.array(fault) }),
  }),
  decideAssignment: route({
    method: 'POST',
    path: '/cycles/{cycleId}/assignment',
    idea: 'assignment',
    summary: { zh: '指派评审组(全部或全不)', en: 'Assign all these panels, or none' },
    articles: ['A9', 'A17'],
    who: ['office'],
    params: cycleId,
    body: wanted,
    answer: assignment.pick({ assignmentId: true, cycleId: true, panels: true, at: true }),
    status: 202,
  }),
} as const;
