import { readFileSync } from 'node:fs';

/** What pages load besides themselves, all served from here: nothing comes from elsewhere. */
interface Asset {
  readonly contentType: string;
  readonly body: string;
}

const asset = (url: URL, contentType: string): Asset => ({ contentType, body: readFileSync(url, 'utf8') });
const script = 'text/javascript; charset=utf-8';

/** By path. */
export const assets: ReadonlyMap<string, Asset> = new Map([
  ['/local/assets/style.css', asset(new URL('./browser/style.css', import.meta.url), 'text/css; charset=utf-8')],
  ['/local/assets/mark.svg', asset(new URL('./browser/mark.svg', import.meta.url), 'image/svg+xml')],
  ['/local/assets/clock.mjs', asset(new URL('./browser/clock.mjs', import.meta.url), script)],
  ['/local/assets/graph.mjs', asset(new URL('./browser/graph.mjs', import.meta.url), script)],
  ['/local/assets/me.mjs', asset(new URL('./browser/me.mjs', import.meta.url), script)],
  ['/local/assets/sign-in.mjs', asset(new URL('./browser/sign-in.mjs', import.meta.url), script)],
]);
