import * as z from 'zod';
import { publicationView } from '#domain/cycle/publication';
import { amendable } from '#domain/cycle/settings/setting';
import { pageOf, pageQuery, route } from '../route.ts';

const programmeId = z.object({ programmeId: z.string() });
const sentence = z.object({ zh: z.string(), en: z.string() });
const documentLine = publicationView.omit({ text: true });

const settingView = z.object({
  code: z.string().describe('`D5`, or the article that the setting spells out'),
  key: z.string().describe('Its name in the rules of a cycle'),
  article: z.string(),
  question: sentence,
  reason: sentence,
  options: z.array(sentence),
  amendable: z.enum(amendable).describe('Until when an announced cycle can still change it'),
  default: z.unknown().optional().describe('Absent where the default is that there is none'),
  schema: z.record(z.string(), z.unknown()).describe('What it takes, as JSON Schema'),
});

/** What a cycle rests on: settings and published documents. */
export const cycleDocumentRoutes = {
  listSettings: route({
    method: 'GET',
    path: '/settings',
    idea: 'cycle',
    summary: {
      zh: '办法未作规定之处:默认值、理由与可选项',
      en: 'What the regulation leaves open: defaults, reasons, options',
    },
    articles: ['A1'],
    who: 'public',
    answer: z.object({ version: z.int(), items: z.array(settingView) }),
  }),
  listPublications: route({
    method: 'GET',
    path: '/programmes/{programmeId}/publications',
    idea: 'cycle',
    summary: { zh: '已发布的公告、通知和变更公告', en: 'Published announcements, circulars and amendments' },
    articles: ['A15'],
    who: 'public',
    params: programmeId,
    query: pageQuery,
    answer: pageOf(documentLine),
  }),
  showPublication: route({
    method: 'GET',
    path: '/publications/{publicationId}',
    idea: 'cycle',
    summary: { zh: '一份公告、通知或变更公告', en: 'A published document' },
    articles: ['A15'],
    who: 'public',
    params: z.object({ publicationId: z.string() }),
    answer: publicationView,
  }),
} as const;
