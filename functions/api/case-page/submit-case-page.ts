import { submitCasePage } from '#domain/case-page/proceed';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { whoseIs } from './whose.ts';

export const handler = http(routes.submitCasePage, async ({ params, body, actor, deps }) => {
  const whose = await whoseIs(params.certificateNumber, deps);
  return deps.casePages.save(submitCasePage(whose, deps.newId('cas'), body, { actor, now: deps.now() }));
});
