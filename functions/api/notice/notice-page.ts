import { createHash } from 'node:crypto';
import { articleText } from '#domain/article';
import type { NoticeEntry, PublishedNotice } from '#domain/public-notice/notice';
import type { NoticeRemoval } from '#domain/public-notice/removal';

const style = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 50rem; padding: 1.5rem; font: 1rem/1.7 "Noto Serif SC", "Songti SC", SimSun, serif; color: #111; background: #fff; }
h1 { font-size: 1.5rem; text-align: center; }
[lang=en] { color: #444; font-family: Georgia, serif; }
.superseded { border: 3px solid #a40000; padding: .75rem 1rem; color: #7a0000; }
del { color: #555; }
.removal { font-size: .9rem; font-weight: normal; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; }
th, td { border: 1px solid #555; padding: .35rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.signed { text-align: right; }
a { color: #003a8c; }
a:focus-visible { outline: 3px solid #003a8c; outline-offset: 2px; }
@media print { nav { display: none; } body { max-width: none; padding: 0; } }
`;

/** Nothing runs on the page and nothing is loaded: its one style is known by its hash. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const escaped = (text: string) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

const both = (zh: string, en: string) => `${escaped(zh)} <span lang="en">${escaped(en)}</span>`;

const awards = {
  qualityAward: both('质量奖', 'Quality Award'),
  nominationAward: both('提名奖', 'Nomination Award'),
} as const;

const groups = {
  organisation: { zh: '组织', en: 'Organisations' },
  individual: { zh: '个人', en: 'Individuals' },
} as const;

const intro = {
  EligibilityNotice: both(
    '以下申报组织和个人通过资格审查,现予公示(管理办法第十六条)。',
    'The following applicants passed the eligibility review (article 16).',
  ),
  AwardNotice: both(
    '以下为经评审委员会表决产生的拟获奖名单,现予公示(管理办法第二十一条)。',
    'The following are the proposed winners by the vote of the committee (article 21).',
  ),
} as const;

const day = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

/** The name as it was published; of who left while the notice ran crossed out, with the day, the article and the ground. */
function nameCell({ name }: NoticeEntry, removal: NoticeRemoval | undefined): string {
  if (!removal) return escaped(name);
  const { article, reason, at } = removal;
  const left = both(
    `${day(at)} 退出公示(管理办法${articleText(article)})`,
    `Left the notice on ${day(at)} (article ${article.slice(1)})`,
  );
  return `<del>${escaped(name)}</del><div class="removal">${left}<br>${escaped(reason)}</div>`;
}

/** What is listed on a page of a notice. */
interface Listed {
  readonly entries: readonly NoticeEntry[];
  /** Who left the notice while it ran, on whichever page they stand. */
  readonly removals: readonly NoticeRemoval[];
}

function tableOf(kind: keyof typeof groups, { entries: all, removals }: Listed): string {
  const entries = all.filter((e) => e.kind === kind);
  if (entries.length === 0) return '';
  const awarded = entries.some((e) => e.award);
  const head = [
    both('序号', 'No.'),
    both('名称', 'Name'),
    ...(kind === 'individual' ? [both('工作单位', 'Employer')] : []),
    ...(awarded ? [both('奖项', 'Award')] : []),
  ];
  const rows = entries.map((entry, i) => {
    const { applicationId, employer, award } = entry;
    const removal = removals.find((r) => r.applicationId === applicationId);
    const cells = [
      ...(kind === 'individual' ? [escaped(employer ?? '')] : []),
      ...(awarded ? [award ? awards[award] : ''] : []),
    ];
    return `<tr><td>${i + 1}</td><th scope="row">${nameCell(entry, removal)}</th>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`;
  });
  const caption = both(groups[kind].zh, groups[kind].en);
  return `<table><caption>${caption}</caption><thead><tr>${head.map((h) => `<th scope="col">${h}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

const corrected = (removals: readonly NoticeRemoval[]): string =>
  removals.length > 0
    ? `<p role="note">${both(
        `本公示发布后有 ${removals.length} 个名称退出,在表中划线并注明日期和依据;其余名单的公示期不变。`,
        `Since publication ${removals.length === 1 ? 'one name has' : `${removals.length} names have`} left this notice: crossed out below, with day and ground. The period of the others goes on.`,
      )}</p>`
    : '';

const banner = ({ superseded }: PublishedNotice): string =>
  superseded
    ? `<p class="superseded" role="note"><strong>${both('本公示已被更正', 'This notice was superseded')}</strong> ${escaped(day(superseded.at))} · ${both('原因', 'Reason')}: ${escaped(superseded.reason)} · <a href="/api/notices/${encodeURIComponent(superseded.by)}/page">${both('查看更正后的公示', 'See the corrected notice')}</a></p>`
    : '';

const correction = ({ corrects }: PublishedNotice): string =>
  corrects
    ? `<p>${both('本公示更正并取代', 'This notice corrects and replaces')} <a href="/api/notices/${encodeURIComponent(corrects.noticeId)}/page">${both('原公示', 'the one before')}</a>(${escaped(corrects.reason)})。${both('公示期重新计算。', 'Its period is counted anew.')}</p>`
    : '';

/** A notice to read and to print: names, of individuals the employer, and who left it and why; nothing else. */
export function noticePage(
  of: PublishedNotice,
  listed: Listed,
  { page, next }: { page: number; next: number | undefined },
): string {
  const { title, publisher, firstDay, lastDay, publishedAt, noticeId } = of;
  const to = (n: number, zh: string, en: string) => `<a href="?from=${n}">${both(zh, en)}</a>`;
  const pages = [
    ...(page > 0 ? [to(page - 1, '上一页', 'Previous page')] : []),
    ...(next === undefined ? [] : [to(next, '下一页', 'Next page')]),
  ];
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)}</title><style>${style}</style></head>
<body>
<main>
<h1>${escaped(title)}</h1>
${banner(of)}${correction(of)}${corrected(listed.removals)}
<p>${intro[of.kind]}</p>
<p>${both('公示期', 'Period')}: <time datetime="${firstDay}">${firstDay}</time> — <time datetime="${lastDay}">${lastDay}</time> 24:00 ${both('(北京时间)', '(Beijing time)')}</p>
${tableOf('organisation', listed)}${tableOf('individual', listed)}
${pages.length > 0 ? `<nav aria-label="分页 Pages">${pages.join(' · ')}</nav>` : ''}
<h2>${both('异议', 'Objections')}</h2>
<p>${both(
    '对公示名单有异议的,请在公示期内以真实姓名书面提出,写明事实并附证据;匿名或者逾期的作为线索处理。异议人身份予以保密。',
    'Who objects does so in writing within the period, by real name, with the facts and the evidence; anonymous or late ones are kept as leads. Who objects is kept confidential.',
  )}</p>
<p>${both('网上提交', 'Online')}: <code>POST /api/notices/${escaped(noticeId)}/objections</code></p>
<p class="signed">${both(publisher.zh, publisher.en)}<br><time datetime="${escaped(publishedAt)}">${day(publishedAt)}</time></p>
</main>
</body>
</html>
`;
}
