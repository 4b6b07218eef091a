import { createHash, randomBytes } from 'node:crypto';
import { decodeJwt } from 'jose';

export interface SignInAs {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** The audience that the access token must turn out to have. */
  readonly audience: string;
  /** Whom to choose on the sign-in page. */
  readonly sub: string;
}

export interface SignedIn {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
  /** Machine time, milliseconds. */
  readonly expiresAt: number;
}

const redirectsAtMost = 10;

/** Walks the whole way that a browser goes: authorization, the page's form, the code with PKCE, the tokens. */
export async function signInAs({ issuer, clientId, redirectUri, audience, sub }: SignInAs): Promise<SignedIn> {
  const verifier = randomBytes(32).toString('base64url');
  const state = randomBytes(16).toString('base64url');
  const start = new URL('/auth', issuer);
  start.search = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'openid profile email offline_access',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    state,
  }).toString();

  const back = await chooseOnPage(start, sub, redirectUri);
  const code = back.searchParams.get('code');
  if (code === null || back.searchParams.get('state') !== state)
    throw new Error(`Signing in as ${sub} ended at ${back}`);
  const tokens = await redeem(issuer, {
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code,
    code_verifier: verifier,
  });
  const { aud } = decodeJwt(tokens.accessToken);
  if (aud !== audience) throw new Error(`The access token is for ${String(aud)}, not for ${audience}`);
  return tokens;
}

/** Follows redirects, with cookies, up to the application's own address; fills in the form where the page asks. */
async function chooseOnPage(start: URL, sub: string, redirectUri: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let redirects = 0; redirects < redirectsAtMost; redirects += 1) {
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      body: form,
      redirect: 'manual',
      // A kept connection may be one to an issuer that has been restarted since.
      headers: { connection: 'close', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of response.headers.getSetCookie()) keepCookie(cookies, cookie);
    const location = response.headers.get('location');
    const asked = form !== undefined;
    form = undefined;
    if (location !== null) {
      url = new URL(location, url);
      if (url.href.startsWith(redirectUri)) return url;
    } else if (response.ok && !asked) {
      form = new URLSearchParams({ person: sub });
    } else {
      throw new Error(`Signing in as ${sub} was refused with ${response.status}: ${await response.text()}`);
    }
  }
  throw new Error(`Signing in as ${sub} goes in circles at ${url}`);
}

function keepCookie(cookies: Map<string, string>, header: string): void {
  const [pair = '', ...attributes] = header.split(/;\s*/);
  const [name = '', value = ''] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  const expires = attributes.find((attribute) => /^expires=/i.test(attribute))?.slice('expires='.length);
  if (expires !== undefined && Date.parse(expires) < Date.now()) cookies.delete(name);
  else cookies.set(name, value);
}

async function redeem(issuer: string, grant: Record<string, string>): Promise<SignedIn> {
  const response = await fetch(new URL('/token', issuer), {
    method: 'POST',
    headers: { connection: 'close' },
    body: new URLSearchParams(grant),
  });
  if (!response.ok) throw new Error(`The issuer gave no tokens: ${response.status} ${await response.text()}`);
  const tokens = (await response.json()) as Record<'access_token' | 'refresh_token' | 'id_token', string> & {
    expires_in: number;
  };
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    idToken: tokens.id_token,
    expiresAt: Date.now() + tokens.expires_in * 1000,
  };
}
