import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listNoticeRemovals, ({ params, query, deps }) =>
  deps.noticeRemovals.of(params.noticeId, query),
);
