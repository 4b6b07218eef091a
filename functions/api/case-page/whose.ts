import type { CasePage } from '#domain/case-page/case-page';
import { isPublic } from '#domain/case-page/case-page';
import type { Whose } from '#domain/case-page/proceed';
import { Refused } from '#domain/refused';
import type { Deps } from '#functions/runtime/deps';

/** The winner as it stands at this moment, and who works on its application. */
export async function whoseIs(certificateNumber: string, deps: Deps): Promise<Whose> {
  const winner = await deps.winners.get(certificateNumber);
  const application = winner.applicationId ? await deps.applications.find(winner.applicationId) : undefined;
  return { winner, application: application ?? {} };
}

/** A page that everybody may see. Throws `Refused` record.not-found for any other, from the moment of a revocation on. */
export async function publicPageOf(casePageId: string, deps: Deps): Promise<CasePage> {
  const page = await deps.casePages.get(casePageId);
  if (!isPublic(page, await deps.winners.get(page.certificateNumber)))
    throw new Refused('record.not-found', { record: 'casePage' });
  return page;
}
