// Authorization code with PKCE, as any browser application can do it; tokens stay in this tab.
const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

const begun = 'sign-in begun';
const kept = 'access token';

/** Goes to the issuer; it sends the browser back to `back` with a code. */
export async function signIn({ issuer, client, back }) {
  const [verifier, state] = [random(), random()];
  sessionStorage.setItem(begun, JSON.stringify({ verifier, state }));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  const address = new URL('/auth', issuer);
  address.search = new URLSearchParams({
    client_id: client,
    redirect_uri: back,
    response_type: 'code',
    scope: 'openid profile email',
    code_challenge: base64url(new Uint8Array(digest)),
    code_challenge_method: 'S256',
    state,
    prompt: 'login',
  });
  location.assign(address);
}

/** Redeems the code in this page's address, if there is one; throws when it is not an answer to our own question. */
export async function comeBack({ issuer, client, back }) {
  const answer = new URLSearchParams(location.search);
  if (!answer.has('code') && !answer.has('error')) return;
  const { verifier, state } = JSON.parse(sessionStorage.getItem(begun) ?? '{}');
  sessionStorage.removeItem(begun);
  history.replaceState(null, '', location.pathname);
  if (answer.has('error')) throw new Error(answer.get('error_description') ?? answer.get('error'));
  if (!state || answer.get('state') !== state)
    throw new Error('这次登录不是从本页开始的 This sign-in did not begin here');
  const response = await fetch(new URL('/token', issuer), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      redirect_uri: back,
      code: answer.get('code'),
      code_verifier: verifier,
    }),
  });
  const tokens = await response.json();
  if (!response.ok) throw new Error(tokens.error_description ?? tokens.error);
  sessionStorage.setItem(kept, tokens.access_token);
}

export const accessToken = () => sessionStorage.getItem(kept);
export const signOut = () => sessionStorage.removeItem(kept);
