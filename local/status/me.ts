import { roleLabels } from '#domain/labels';
import type { Cloud } from '../cloud.ts';
import type { Page } from './frame.ts';
import { markup } from './markup.ts';
import { both } from './wording.ts';

/** Where signing in comes back to. */
export const signedInPath = '/signed-in';

/** Signing in as a browser application does it: authorization code with PKCE, then the API says who one is. */
export function mePage({ issuer, clientId, url }: Cloud): Page {
  return {
    title: ['登录演示', 'Sign in'],
    script: 'me',
    content: markup`
      <p>${both('以任一示例人员登录,看看接口怎样认出你、你有哪些角色。', 'Sign in as any of the sample people and see whom the API takes you for and which roles you hold.')}</p>
      <section id="me" class="card" data-issuer="${issuer}" data-client="${clientId}" data-back="${url}${signedInPath}" data-roles="${JSON.stringify(roleLabels)}" aria-live="polite">
        <noscript>${both('此演示需要 JavaScript。', 'This demonstration needs JavaScript.')}</noscript>
      </section>
      <p><button id="sign-in" class="primary" hidden>${both('登录', 'Sign in')}</button>
      <button id="sign-in-as-other" hidden>${both('换一个人', 'Sign in as somebody else')}</button>
      <button id="sign-out" hidden>${both('退出', 'Sign out')}</button></p>
      <details><summary>${both('接口的原始回答', "The API's own answer")} <code>GET /api/me</code></summary><pre class="data" id="answer">—</pre></details>
      <details><summary>${both('登录是怎样进行的', 'How signing in goes')}</summary><ol id="way">
        <li>${both('浏览器生成随机的校验码,把它的 SHA-256 摘要交给登录服务。', 'The browser makes up a random verifier and gives its SHA-256 digest to the issuer.')}</li>
        <li>${both('登录服务问你是谁,带着一次性的授权码把你送回本页。', 'The issuer asks who you are and sends you back here with a code that works once.')}</li>
        <li>${both('本页用授权码和校验码换得访问令牌;令牌只留在本标签页。', 'This page redeems code and verifier for an access token, which stays in this tab.')}</li>
        <li>${both('本页带令牌问接口:我是谁。', 'This page asks the API, with the token, who it is.')}</li>
      </ol></details>`,
  };
}
