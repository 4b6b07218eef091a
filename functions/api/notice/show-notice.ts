import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { asPublic, pageBundles } from './as-public.ts';

export const handler = http(routes.showNotice, async ({ params, query, deps }) => {
  const notice = await deps.notices.published(params.noticeId);
  const { from, count, next } = pageBundles(notice, query.from);
  const entries = await Array.fromAsync(deps.notices.entries.range(notice.noticeId, from, count));
  return { ...asPublic(notice), entries, nextFrom: next };
});
