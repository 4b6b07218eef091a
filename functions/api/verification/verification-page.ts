import type { Winner } from '#domain/approval/winner';
import { awardTitle, termsOfUse } from '#domain/award-mark/titles';
import { dateAt, timeAt } from '#domain/calendar/civil';
import type { Programme } from '#domain/programme/programme';
import type { Instant } from '#domain/record';
import type { Markup } from '#functions/runtime/html';
import { html } from '#functions/runtime/html';

const fact = (zh: string, en: string, value: string | undefined): Markup | false =>
  value !== undefined &&
  html`<dt>${zh}<span lang="en">${en}</span></dt>
    <dd>${value}</dd>`;

const verdictOf = ({ status, revokedOn }: Winner): Markup =>
  status === 'standing'
    ? html`<p class="verdict">该奖励有效。<span lang="en">This award stands.</span></p>`
    : html`<p class="verdict revoked">
        该奖励已于 ${revokedOn} 撤销,证书和标识一律无效。
        <span lang="en">This award was revoked on ${revokedOn}: certificate and mark are void.</span>
      </p>`;

/** What anyone may know of a winner, as of this moment (A25): a name, never an identifier. */
export function verification(
  of: Winner,
  programme: Programme,
  reports: readonly { readonly year: number; readonly text: string }[],
  now: Instant,
): Markup {
  const title = awardTitle(of, programme);
  const terms = termsOfUse(of);
  return html`<h1>证书查验<span lang="en">Verification of a certificate</span></h1>
    ${verdictOf(of)}
    <dl>
      ${fact('证书编号', 'Certificate', of.certificateNumber)} ${fact('获奖者', 'Winner', of.name)}
      ${fact('所在单位', 'Employer', of.employer)} ${fact('奖项', 'Award', `${title.zh} ${title.en}`)}
      ${fact('获奖年度', 'Award year', String(of.awardYear))} ${fact('授予机关', 'Granted by', programme.grantedBy)}
      ${fact('审定文号', 'Decision', of.decision.number)} ${fact('审定日期', 'Decided on', of.decision.date)}
      ${fact('授奖依据', 'Given under', of.imported?.legalBasis)} ${fact('撤销日期', 'Revoked on', of.revokedOn)}
    </dl>
    ${
      of.status === 'standing' &&
      html`<h2>标识使用<span lang="en">Use of the mark</span></h2>
        <p>${terms.zh}</p>
        <p lang="en">${terms.en}</p>`
    }
    ${
      reports.length > 0 &&
      html`<h2>年度自评(获奖者公开部分)<span lang="en">Published by the winner, year by year</span></h2>
        ${reports.map(
          ({ year, text }) =>
            html`<h3>${String(year - 1)}</h3>
              <pre>${text}</pre>`,
        )}`
    }
    <footer>
      查验时间 ${dateAt(now)} ${timeAt(now)}(北京时间)。奖励一经撤销,本页随即更新。<br />
      <span lang="en">As of this moment, Beijing time; a revocation shows here at once.</span>
    </footer>`;
}

/** No such number was ever given. */
export const unknownCertificate = (certificateNumber: string): Markup =>
  html`<h1>证书查验<span lang="en">Verification of a certificate</span></h1>
    <p class="verdict unknown">
      查无编号为 ${certificateNumber} 的证书。
      <span lang="en">There is no certificate of the number ${certificateNumber}.</span>
    </p>`;
