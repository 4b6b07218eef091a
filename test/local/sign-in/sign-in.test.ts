import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, describe, expect, it } from 'vitest';
import type { SamplePerson } from '#local/sign-in/person';
import { signInAs } from '#local/sign-in/sign-in-as';
import { startSignIn } from '#local/sign-in/start-sign-in';
import type { SignIn } from '#local/sign-in/start-sign-in';

const portal = 'http://127.0.0.1:8600';
const client = { clientId: 'portal', redirectUri: `${portal}/signed-in`, audience: 'quality-award' };
const people: SamplePerson[] = [
  {
    sub: 'office-1',
    name: '王敏',
    nameEn: 'Wang Min',
    email: 'wang@award.test',
    role: '评审办',
    roleEn: 'Review office',
    group: '评审办 Review office',
  },
  {
    sub: 'org-1',
    name: '李强',
    nameEn: 'Li Qiang',
    email: 'li@<works>.test',
    role: '申报组织',
    roleEn: 'Organisation',
    group: '申报者 Applicants',
  },
];

const started: SignIn[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((signIn) => signIn.stop()));
});

async function aSignIn(dir = mkdtempSync(join(tmpdir(), 'sign-in-')), port = 0) {
  const signIn = await startSignIn({
    port,
    dir,
    people,
    clients: [{ clientId: client.clientId, redirectUris: [client.redirectUri] }],
    audience: client.audience,
  });
  started.push(signIn);
  const as = (sub: string) => signInAs({ ...client, issuer: signIn.issuer, sub });
  const stop = async () => started.splice(started.indexOf(signIn), 1)[0]!.stop();
  return { ...signIn, dir, port: Number(new URL(signIn.issuer).port), as, stop };
}

const post = (issuer: string, path: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(new URL(path, issuer), { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });

const refresh = (issuer: string, token: string) =>
  post(issuer, '/token', { grant_type: 'refresh_token', client_id: client.clientId, refresh_token: token });

/** A browser that has come as far as the sign-in page. */
async function onPage(issuer: string, changes: Record<string, string> = {}) {
  const query = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: client.redirectUri,
    response_type: 'code',
    scope: 'openid profile email',
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    ...changes,
  });
  const response = await fetch(`${issuer}/auth?${query}`, { redirect: 'manual' });
  const cookie = response.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ');
  return {
    status: response.status,
    location: response.headers.get('location') ?? '',
    cookie,
    body: await response.text(),
  };
}

describe('signing in as a sample person', () => {
  it('gives an access token that the API can verify by the published keys', async () => {
    const { issuer, as } = await aSignIn();
    const { accessToken, expiresAt } = await as('office-1');
    const discovery = (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as {
      issuer: string;
      jwks_uri: string;
    };
    expect(discovery.issuer).toBe(issuer);
    const { payload, protectedHeader } = await jwtVerify(accessToken, createRemoteJWKSet(new URL(discovery.jwks_uri)), {
      issuer,
      audience: 'quality-award',
      algorithms: ['RS256'],
    });
    expect(protectedHeader.kid).toBeDefined();
    expect(payload).toMatchObject({ sub: 'office-1', name: '王敏', email: 'wang@award.test', client_id: 'portal' });
    expect(String(payload.scope).split(' ')).toEqual(expect.arrayContaining(['openid', 'profile', 'email']));
    expect(payload.exp! - payload.iat!).toBe(3600);
    expect(Math.abs(expiresAt - payload.exp! * 1000)).toBeLessThan(3000);
  });

  it('publishes only the public half of its keys', async () => {
    const { issuer } = await aSignIn();
    const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: Record<string, string>[] };
    expect(keys).toHaveLength(1);
    expect(keys[0]).toMatchObject({ kty: 'RSA', alg: 'RS256' });
    expect(keys[0]).not.toHaveProperty('d');
  });

  it('names the person in the ID token, too', async () => {
    const { as } = await aSignIn();
    expect(decodeJwt((await as('office-1')).idToken)).toMatchObject({ sub: 'office-1', name: '王敏', aud: 'portal' });
  });

  it('works for several people at once', async () => {
    const { as } = await aSignIn();
    const tokens = await Promise.all(['office-1', 'org-1'].map(as));
    expect(tokens.map(({ accessToken }) => decodeJwt(accessToken).sub)).toEqual(['office-1', 'org-1']);
  });

  it('is refused for someone whom nobody knows', async () => {
    const { as } = await aSignIn();
    await expect(as('nobody')).rejects.toThrow('Signing in as nobody was refused with 400');
  });

  it('is refused when the token would be for another audience', async () => {
    const { issuer } = await aSignIn();
    await expect(signInAs({ ...client, issuer, sub: 'org-1', audience: 'another' })).rejects.toThrow('not for another');
  });
});

describe('refresh tokens', () => {
  it('give new access tokens for the same API', async () => {
    const { issuer, as } = await aSignIn();
    const answer = await refresh(issuer, (await as('org-1')).refreshToken);
    const { access_token: renewed } = (await answer.json()) as { access_token: string };
    expect(decodeJwt(renewed)).toMatchObject({ sub: 'org-1', name: '李强', aud: 'quality-award', iss: issuer });
  });

  it('still work, as do the keys, after a restart', async () => {
    const first = await aSignIn();
    const { refreshToken, accessToken } = await first.as('org-1');
    await first.stop();
    const second = await aSignIn(first.dir, first.port);
    expect((await refresh(second.issuer, refreshToken)).status).toBe(200);
    await jwtVerify(accessToken, createRemoteJWKSet(new URL(`${second.issuer}/jwks`)));
  });

  it('work once, and a second use ends the whole sign-in', async () => {
    const { issuer, as } = await aSignIn();
    const { refreshToken } = await as('org-1');
    const { refresh_token: next } = (await (await refresh(issuer, refreshToken)).json()) as { refresh_token: string };
    expect(next).not.toBe(refreshToken);
    expect((await refresh(issuer, refreshToken)).status).toBe(400);
    expect((await refresh(issuer, next)).status).toBe(400);
  });
});

describe('the sign-in page', () => {
  it('lists everyone by group, as text and never as markup', async () => {
    const { issuer } = await aSignIn();
    const { location, cookie } = await onPage(issuer);
    const response = await fetch(new URL(location, issuer), { headers: { cookie } });
    const html = await response.text();
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(html).toContain('<h2>评审办 Review office</h2>');
    expect(html).toContain('value="org-1"');
    expect(html).toContain('li@&#60;works&#62;.test');
  });

  it('registers a visitor, who is still known after a restart', async () => {
    const first = await aSignIn();
    const { location, cookie } = await onPage(first.issuer);
    const done = await post(first.issuer, location, { name: ' 赵新 ', email: 'zhao@x.test' }, { cookie });
    expect(done.status).toBe(303);
    await first.stop();
    const second = await aSignIn(first.dir);
    const page = await onPage(second.issuer);
    const html = await (
      await fetch(new URL(page.location, second.issuer), { headers: { cookie: page.cookie } })
    ).text();
    const [, sub] = /value="(visitor-[^"]+)"/.exec(html)!;
    expect(decodeJwt((await second.as(sub!)).accessToken)).toMatchObject({ sub, name: '赵新', email: 'zhao@x.test' });
  });

  it.each([
    { name: '', email: 'zhao@x.test' },
    { name: '赵新', email: 'no address' },
  ])('asks again for %j', async (form) => {
    const { issuer } = await aSignIn();
    const { location, cookie } = await onPage(issuer);
    const again = await post(issuer, location, form, { cookie });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('role="alert"');
  });

  it('says that a sign-in has expired when the browser has none in progress', async () => {
    const { issuer } = await aSignIn();
    const { location } = await onPage(issuer);
    const response = await fetch(new URL(location, issuer));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('登录已失效');
  });
});

describe('the issuer refuses', () => {
  it('a client without PKCE', async () => {
    const { issuer } = await aSignIn();
    const { location } = await onPage(issuer, { code_challenge: '', code_challenge_method: '' });
    expect(new URL(location).searchParams.get('error')).toBe('invalid_request');
  });

  it('an address that is not the portal’s, without sending anybody there', async () => {
    const { issuer } = await aSignIn();
    const answer = await onPage(issuer, { redirect_uri: 'http://evil.test/' });
    expect(answer).toMatchObject({ status: 400, location: '' });
    expect(answer.body).toContain('无法登录');
  });

  it('scripts of other origins than the portal’s', async () => {
    const { issuer } = await aSignIn();
    const allowed = async (origin: string) =>
      (
        await fetch(`${issuer}/token`, {
          method: 'POST',
          headers: { origin },
          body: new URLSearchParams({ client_id: 'portal' }),
        })
      ).headers.get('access-control-allow-origin');
    expect(await allowed(portal)).toBe(portal);
    expect(await allowed('http://evil.test')).toBeNull();
  });
});

/** A browser with cookies, that does not follow redirects by itself. */
function aBrowser(issuer: string) {
  const jar = new Map<string, string>();
  return async (address: string, form?: Record<string, string>) => {
    const response = await fetch(new URL(address, issuer), {
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form),
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    });
    for (const [, name, value] of response.headers.getSetCookie().map((header) => /^([^=]+)=([^;]*)/.exec(header)!)) {
      jar.set(name!, value!);
    }
    return { location: response.headers.get('location') ?? '', html: await response.text() };
  };
}

const authorization = `/auth?${new URLSearchParams({
  client_id: client.clientId,
  redirect_uri: client.redirectUri,
  response_type: 'code',
  scope: 'openid',
  code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  code_challenge_method: 'S256',
})}`;

describe('a session', () => {
  async function signedIn(issuer: string) {
    const browse = aBrowser(issuer);
    const page = await browse(authorization);
    const chosen = await browse(page.location, { person: 'org-1' });
    expect((await browse(chosen.location)).location).toMatch(/^http:\/\/127\.0\.0\.1:8600\/signed-in\?code=/);
    return browse;
  }

  it('lets one in again without asking, also after a restart', async () => {
    const first = await aSignIn();
    const browse = await signedIn(first.issuer);
    expect((await browse(authorization)).location).toContain('/signed-in?code=');
    await first.stop();
    await aSignIn(first.dir, first.port);
    await sleep(50); // until the connections of this process have noticed
    expect((await browse(authorization)).location).toContain('/signed-in?code=');
  });

  it('asks for another person when the portal wishes so', async () => {
    const { issuer } = await aSignIn();
    const browse = await signedIn(issuer);
    const page = await browse(`${authorization}&prompt=login`);
    expect(page.location).toMatch(/^\/sign-in\//);
    const chosen = await browse(page.location, { person: 'office-1' });
    // First the issuer signs the former person out, by a form that submits itself.
    const { html } = await browse(chosen.location);
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(html)!;
    const changed = await browse('/session/end/confirm', { xsrf: xsrf!, logout: 'yes' });
    expect((await browse(changed.location)).location).toContain('/signed-in?code=');
  });

  it('ends by signing out, which leads back to the portal', async () => {
    const { issuer } = await aSignIn();
    const browse = await signedIn(issuer);
    const query = new URLSearchParams({ client_id: client.clientId, post_logout_redirect_uri: `${portal}/` });
    const { html } = await browse(`/session/end?${query}`);
    expect(html).toContain('退出登录');
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(html)!;
    expect((await browse('/session/end/confirm', { xsrf: xsrf!, logout: 'yes' })).location).toContain(`${portal}/`);
    expect((await browse(authorization)).location).toMatch(/^\/sign-in\//);
  });
});

it('two copies on one machine do not take each other’s cookies', async () => {
  const [one, two] = [await aSignIn(), await aSignIn()];
  const names = async (issuer: string) =>
    (await onPage(issuer)).cookie.split('; ').map((pair) => pair.slice(0, pair.indexOf('=')));
  const [ofOne, ofTwo] = [await names(one.issuer), await names(two.issuer)];
  expect(ofOne).not.toEqual([]);
  expect(ofOne.filter((name) => ofTwo.includes(name))).toEqual([]);
});

it('keeps its keys readable by their owner only', async () => {
  const { dir } = await aSignIn();
  expect(statSync(join(dir, 'keys.json')).mode & 0o077).toBe(0);
  expect(readFileSync(join(dir, 'keys.json'), 'utf8')).toContain('cookieKeys');
});
