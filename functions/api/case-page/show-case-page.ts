import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { publicPageOf } from './whose.ts';

export const handler = http(routes.showCasePage, ({ params, deps }) => publicPageOf(params.casePageId, deps));
