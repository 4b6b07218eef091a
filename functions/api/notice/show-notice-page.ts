import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { pageBundles } from './as-public.ts';
import { contentSecurityPolicy, noticePage } from './notice-page.ts';

export const handler = http(routes.showNoticePage, async ({ params, query, deps }) => {
  const notice = await deps.notices.published(params.noticeId);
  const { from, count, next } = pageBundles(notice, query.from);
  const entries = await Array.fromAsync(deps.notices.entries.range(notice.noticeId, from, count));
  const removals = await Array.fromAsync(deps.noticeRemovals.allOf(notice.noticeId));
  return {
    contentType: 'text/html; charset=utf-8',
    body: noticePage(notice, { entries, removals }, { page: query.from, next }),
    headers: { 'content-security-policy': contentSecurityPolicy, 'x-frame-options': 'DENY' },
  };
});
