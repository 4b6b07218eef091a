import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { publicOnes } from './as-public.ts';

export const handler = http(routes.listNotices, async ({ query, deps }) => {
  const page = await deps.notices.ofProgramme(query.programmeId, query);
  return { ...page, items: publicOnes(page.items) };
});
