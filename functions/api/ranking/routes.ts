import * as z from 'zod';
import { application } from '#domain/application/application';
import { awards } from '#domain/approval/awarding';
import { cycle } from '#domain/cycle/cycle';
import { cycleList } from '#domain/list/list';
import { recommendation } from '#domain/ranking/recommended-list';
import { shortlistEntry } from '#domain/ranking/shortlist';
import { route } from '../route.ts';

const cycleId = z.object({ cycleId: z.string() });
const manyEntries = 1000;
const fixed = cycleList.pick({ listId: true, cycleId: true, kind: true, at: true, entries: true });
const line = application.pick({ applicationId: true, code: true, kind: true }).extend({ name: z.string() });

/** Shortlist and recommended list. */
export const rankingRoutes = {
  previewShortlist: route({
    method: 'GET',
    path: '/cycles/{cycleId}/shortlist/preview',
    idea: 'ranking',
    summary: { zh: '入围名单预览(按设置建议)', en: 'What the setting proposes, ties, and which reports are missing' },
    articles: ['A17'],
    who: ['office', 'auditor'],
    params: cycleId,
    answer: z.object({
      setting: cycle.shape.rules.shape.shortlist,
      items: z.array(
        line.extend({
          hasReport: z.boolean(),
          scoreMilli: z.int().optional(),
          rank: z.int().optional(),
          tied: z.boolean().optional(),
          atTheEdge: z.boolean().optional().describe('Tied across the last place: the office decides, with a reason'),
          proposed: z.enum(['in', 'out']).optional().describe('For both lists: on-site is a part of defence (D23)'),
          reason: z.string().optional().describe('What the setting says; stands unless the office gives its own'),
        }),
      ),
    }),
  }),
  fixShortlist: route({
    method: 'POST',
    path: '/cycles/{cycleId}/shortlist',
    idea: 'ranking',
    summary: { zh: '确定答辩和现场评审名单', en: 'Fix the lists for defence and on-site review' },
    articles: ['A17'],
    who: ['office'],
    params: cycleId,
    body: z.object({ entries: z.array(shortlistEntry).min(1).max(manyEntries) }),
    answer: fixed,
    status: 202,
  }),
  previewRecommendedList: route({
    method: 'GET',
    path: '/cycles/{cycleId}/recommended-list/preview',
    idea: 'ranking',
    summary: { zh: '推荐名单预览(综合得分排序)', en: 'The ranking by composite score, with proposed awards' },
    articles: ['A20'],
    who: ['office', 'auditor'],
    params: cycleId,
    answer: z.object({
      items: z.array(
        line.extend({
          compositeMilli: z.int(),
          rank: z.int(),
          tied: z.boolean(),
          proposed: z.enum(awards).nullable(),
        }),
      ),
      underWay: z.array(line.extend({ stage: application.shape.stage })).describe('Not yet ready to be ranked'),
    }),
  }),
  fixRecommendedList: route({
    method: 'POST',
    path: '/cycles/{cycleId}/recommended-list',
    idea: 'ranking',
    summary: { zh: '确定推荐名单', en: 'Fix the recommended list' },
    articles: ['A20'],
    who: ['office'],
    params: cycleId,
    body: z.object({ entries: z.array(recommendation).min(1).max(manyEntries) }),
    answer: fixed,
    status: 202,
  }),
} as const;
