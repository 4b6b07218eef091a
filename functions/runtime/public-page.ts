import { createHash } from 'node:crypto';
import type { Markup } from './html.ts';
import { html } from './html.ts';
import type { RawAnswer } from './raw-answer.ts';

const style = `
:root{color-scheme:light;--red:#a8151b;--ink:#222;--grey:#5c5c5c;--line:#ddd6c8}
*{box-sizing:border-box}
body{margin:0;background:#f6f3ec;color:var(--ink);font:16px/1.7 "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:46rem;margin:2rem auto;padding:2rem 2.25rem;background:#fff;border-top:5px solid var(--red);box-shadow:0 1px 4px #0002}
h1{margin:0;font-size:1.5rem;line-height:1.35}
h2{margin:2rem 0 .5rem;font-size:1.1rem}
p{margin:.6rem 0}
[lang=en]{color:var(--grey);font-size:.86em}
h1 [lang=en],h2 [lang=en],dt [lang=en],p.verdict [lang=en]{display:block;font-weight:400}
p.verdict{margin:1.25rem 0;padding:.75rem 1rem;border-left:6px solid #2a7a3b;background:#eef7f0;font-size:1.15rem;font-weight:700}
p.verdict.revoked,p.verdict.unknown{border-color:var(--red);background:#fcefee}
dl{display:grid;grid-template-columns:minmax(8rem,auto) 1fr;margin:0;border-top:1px solid var(--line)}
dt,dd{margin:0;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
dt{color:var(--grey)}
pre{margin:0;white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
footer{margin-top:2rem;color:var(--grey);font-size:.85rem}
@media(max-width:34rem){main{margin:0;padding:1.25rem}dl{grid-template-columns:1fr}dt{border:0;padding-bottom:0}}
@media print{body{background:#fff}main{margin:0;max-width:none;box-shadow:none}}
`;

/** Nothing is loaded, nothing runs, nobody frames it: this one style and no more. */
const policy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page for everybody: Chinese first, English beside it, fit to be printed. */
export const publicPage = (title: string, body: Markup, status: 200 | 404 = 200): RawAnswer => ({
  contentType: 'text/html; charset=utf-8',
  status,
  headers: { 'content-security-policy': policy },
  body: `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
${html`<title>${title}</title>`.text}<link rel="icon" href="data:,"><style>${style}</style></head>
<body><main>${body.text}</main></body></html>`,
});
