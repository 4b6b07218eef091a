import { dateAt } from '#domain/calendar/civil';
import { html } from '#functions/runtime/html';
import { http } from '#functions/runtime/http';
import { publicPage } from '#functions/runtime/public-page';
import { routes } from '../routes.ts';
import { publicPageOf } from './whose.ts';

export const handler = http(routes.showCasePageToRead, async ({ params, deps }) => {
  const { title, text, winnerName, certificateNumber, publishedAt } = await publicPageOf(params.casePageId, deps);
  return publicPage(
    title,
    html`<h1>${title}</h1>
      <p>${winnerName} · 证书编号 ${certificateNumber}<span lang="en"> · a case page of the winner</span></p>
      <pre>${text}</pre>
      <footer>${publishedAt && html`公开日期 ${dateAt(publishedAt)} <span lang="en">published</span>`}</footer>`,
  );
});
