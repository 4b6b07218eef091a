import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors } from 'oidc-provider';
import type { Provider } from 'oidc-provider';
import { choosePersonPage } from './choose-person-page.ts';
import type { ChoosePersonPage } from './choose-person-page.ts';
import { interactionPath } from './issuer-configuration.ts';
import { pageFrame } from './page-frame.ts';
import type { People } from './people.ts';

/** A name and an address; nothing that comes here is longer. */
const bodyLimit = 10_000;

/** Answers below `interactionPath`: shows who one can be, and finishes the sign-in with the one chosen. */
export function interactionPages(provider: Provider, people: People) {
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Throws when the browser's cookie and the address do not belong to one sign-in in progress.
    const { uid } = await provider.interactionDetails(request, response);
    const ask = (status: number, refused?: ChoosePersonPage['refused']) =>
      sendPage(
        response,
        status,
        choosePersonPage({
          action: `${interactionPath}/${uid}`,
          people: people.sample,
          visitors: people.visitors(),
          refused,
        }),
      );
    if (request.method !== 'POST') return ask(200);
    const form = await readForm(request);
    const [name, email] = [form.get('name') ?? '', form.get('email') ?? ''];
    const chosen = form.has('person') ? people.find(form.get('person')!) : people.register(name, email);
    if (chosen === undefined) return ask(400, { name, email });
    await provider.interactionFinished(request, response, { login: { accountId: chosen.sub, remember: true } });
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      if (!(error instanceof errors.OIDCProviderError)) console.error('A sign-in failed:', error);
      sendPage(
        response,
        400,
        pageFrame(
          '登录已失效 Sign-in expired',
          `<h1>登录已失效 This sign-in has expired</h1>
          <p>请返回申报平台重新登录。 <span class="en">Go back to the portal and sign in again.</span></p>`,
        ),
      );
    });
  };
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
  response.end(html);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > bodyLimit) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}
