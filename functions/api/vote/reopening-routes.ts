import * as z from 'zod';
import { application } from '#domain/application/application';
import { awards } from '#domain/approval/awarding';
import { voteRules } from '#domain/cycle/rules/vote';
import { cycleList } from '#domain/list/list';
import { route } from '../route.ts';

const cycleId = z.object({ cycleId: z.string() });
const kind = application.shape.kind;

/** A new vote on a place that a proposed winner left free (D20). */
export const reopeningRoutes = {
  previewReopening: route({
    method: 'GET',
    path: '/cycles/{cycleId}/vote-reopening/preview',
    idea: 'vote',
    summary: {
      zh: '空出的名额及可重新表决的申报(预览)',
      en: 'Places that came free, and who would be voted on again',
    },
    articles: ['A21'],
    who: ['office', 'auditor'],
    params: cycleId,
    answer: z.object({
      setting: voteRules.substitutes.unwrap(),
      freed: z.array(z.object({ award: z.enum(awards), kind, places: z.int() })),
      items: z.array(
        application
          .pick({ applicationId: true, code: true, kind: true })
          .extend({ name: z.string(), award: z.enum(awards).optional() }),
      ),
    }),
  }),
  reopenVote: route({
    method: 'POST',
    path: '/cycles/{cycleId}/vote-reopening',
    idea: 'vote',
    summary: {
      zh: '依决议对空出的名额重新表决(未当选者重新提交评审委)',
      en: 'By a resolution: those who were not elected come before the committee again for a place that came free',
    },
    articles: ['A21'],
    who: ['office'],
    params: cycleId,
    body: z.object({ resolutionId: z.string() }),
    answer: cycleList.pick({ listId: true, cycleId: true, kind: true, at: true, entries: true }),
    status: 202,
  }),
} as const;
