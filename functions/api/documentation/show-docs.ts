import { http } from '#functions/runtime/http';
import { routes } from '../routes.ts';

const page = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>市长质量奖系统接口文档 · API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="docs/viewer.css">
<div id="viewer"></div>
<script src="docs/viewer.js"></script>
<script src="docs/start.js"></script>
</html>`;

/** The page's own files only: the viewer must not be able to load or send anything elsewhere. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

export const handler = http(routes.showDocs, () =>
  Promise.resolve({
    contentType: 'text/html; charset=utf-8',
    body: page,
    headers: { 'content-security-policy': policy },
  }),
);
