import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.showNotice, ({ params, deps }) => deps.notices.get(params.noticeId));
