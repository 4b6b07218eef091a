const style = `
  :root { color-scheme: light; --ink: #1d2733; --soft: #5b6776; --line: #d9dfe6; --accent: #9c1c1c; }
  * { box-sizing: border-box; }
  body { margin: 0; background: #f5f6f8; color: var(--ink); font: 16px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
  main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
  h1 { font-size: 1.6rem; margin: 0 0 .25rem; }
  h2 { font-size: 1.05rem; margin: 2rem 0 .6rem; padding-bottom: .3rem; border-bottom: 2px solid var(--accent); }
  p { margin: .25rem 0; }
  .en { color: var(--soft); font-size: .875rem; }
  .people { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .6rem; }
  button { font: inherit; cursor: pointer; }
  .person { text-align: left; background: #fff; border: 1px solid var(--line); border-radius: .5rem; padding: .65rem .85rem; color: inherit; }
  .person:hover, .person:focus-visible { border-color: var(--accent); box-shadow: 0 0 0 1px var(--accent); outline: none; }
  .person strong { display: block; }
  .person span { display: block; }
  .visitor { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; background: #fff; border: 1px solid var(--line); border-radius: .5rem; padding: 1rem; }
  .visitor label { flex: 1 1 14rem; font-size: .9rem; }
  .visitor input { display: block; width: 100%; margin-top: .25rem; padding: .5rem .6rem; font: inherit; border: 1px solid #aab4c0; border-radius: .35rem; }
  .primary { background: var(--accent); color: #fff; border: 0; border-radius: .35rem; padding: .55rem 1.2rem; }
  .refusal { background: #fdecec; border: 1px solid #e3a3a3; border-radius: .35rem; padding: .5rem .8rem; }`;

/** A whole page of the sign-in; the content is HTML. */
export function pageFrame(title: string, content: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(title)}</title>
  <style>${style}</style>
</head>
<body><main>${content}</main></body>
</html>`;
}

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
