import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { publicOnes } from './as-public.ts';

export const handler = http(routes.listCycleNotices, async ({ params, deps }) => ({
  items: publicOnes(await Array.fromAsync(deps.notices.ofCycle(params.cycleId))),
}));
