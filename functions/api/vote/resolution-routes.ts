import * as z from 'zod';
import { resolutionText, resolutionView } from '#domain/resolution/resolution';
import { pageOf, pageQuery, route } from '../route.ts';

const programmeId = z.object({ programmeId: z.string() });

/** What the committee resolves beside its ballots: policy, major matters, guidance to county awards (A8). */
export const resolutionRoutes = {
  recordResolution: route({
    method: 'POST',
    path: '/programmes/{programmeId}/resolutions',
    idea: 'vote',
    summary: { zh: '登记评审委决议', en: 'Record a resolution of the committee' },
    articles: ['A8'],
    who: ['committeeMember'],
    params: programmeId,
    body: resolutionText,
    answer: resolutionView,
    status: 201,
  }),
  listResolutions: route({
    method: 'GET',
    path: '/programmes/{programmeId}/resolutions',
    idea: 'vote',
    summary: { zh: '评审委决议', en: "The committee's resolutions" },
    articles: ['A8'],
    who: ['office', 'committeeMember', 'registrar', 'auditor'],
    params: programmeId,
    query: pageQuery,
    answer: pageOf(resolutionView),
  }),
} as const;
