import * as z from 'zod';
import { cycleList } from '#domain/list/list';
import { pageOf, pageQuery, route } from '../route.ts';

const line = cycleList.pick({ listId: true, cycleId: true, kind: true, at: true, by: true, progress: true });

/** The cycle-wide decisions, and how far each has come to its applications. */
export const bulkRoutes = {
  listLists: route({
    method: 'GET',
    path: '/cycles/{cycleId}/lists',
    idea: 'operation',
    summary: { zh: '本届名单及办理进度', en: "A cycle's decisions on lists, and how far each has come" },
    articles: ['A4'],
    who: ['office', 'auditor', 'administrator'],
    params: z.object({ cycleId: z.string() }),
    query: pageQuery,
    answer: pageOf(line),
  }),
  resumeBulk: route({
    method: 'POST',
    path: '/operations/bulk/{kind}/{recordId}/resumption',
    idea: 'operation',
    summary: { zh: '恢复停滞的名单或公示办理', en: 'Let a list or a notice go on that stands still' },
    who: ['administrator'],
    params: z.object({ kind: z.enum(['list', 'notice']), recordId: z.string().max(60) }),
    body: z.object({ reason: z.string().trim().min(1).max(500) }),
    answer: z.object({ recordId: z.string() }),
    status: 202,
  }),
} as const;
