import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

export const handler = http(routes.listRuleSets, async ({ params, deps }) => ({
  items: (await deps.programmes.get(params.programmeId)).ruleSets,
}));
