import { decideCasePage } from '#domain/case-page/proceed';
import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';
import { whoseIs } from './whose.ts';

export const handler = http(routes.decideCasePage, async ({ params, body, actor, deps }) => {
  const page = await deps.casePages.get(params.casePageId);
  const whose = await whoseIs(page.certificateNumber, deps);
  return deps.casePages.save(decideCasePage(page, whose, body, { actor, now: deps.now() }));
});
