import type { Configuration } from 'oidc-provider';
import { issuerAdapter } from './issuer-adapter.ts';
import { escape, pageFrame } from './page-frame.ts';
import type { People } from './people.ts';
import type { SigningKeys } from './signing-keys.ts';
import type { SignInStore } from './sign-in-store.ts';

/** A public client: a browser application, which can keep no secret. */
export interface SignInClient {
  readonly clientId: string;
  readonly redirectUris: readonly string[];
  /** The root of each redirect URI's origin when absent. */
  readonly postLogoutRedirectUris?: readonly string[];
}

export interface IssuerOptions {
  readonly port: number;
  readonly keys: SigningKeys;
  readonly store: SignInStore;
  readonly people: People;
  readonly clients: readonly SignInClient[];
  readonly audience: string;
}

/** Where a sign-in in progress asks who it is. */
export const interactionPath = '/sign-in';

const scopes = ['openid', 'profile', 'email', 'offline_access'];
const hour = 3600;
const day = 24 * hour;

/** Code + PKCE, JWT access tokens for the API, refresh tokens, no consent: the application is the city's own. */
export function issuerConfiguration({ port, keys, store, people, clients, audience }: IssuerOptions): Configuration {
  const origins = new Set(clients.flatMap((client) => client.redirectUris.map((uri) => new URL(uri).origin)));
  // A resource indicator must be a URI, the audience of the tokens may be any name.
  const resource = URL.canParse(audience) ? audience : `urn:audience:${encodeURIComponent(audience)}`;
  const scope = scopes.join(' ');
  return {
    adapter: issuerAdapter(store),
    jwks: keys.jwks as Configuration['jwks'],
    // Cookies know no ports: two copies on one machine must not overwrite each other's.
    cookies: {
      keys: [...keys.cookieKeys],
      names: { session: `session_${port}`, interaction: `interaction_${port}`, resume: `resume_${port}` },
    },
    clients: clients.map((client) => ({
      client_id: client.clientId,
      redirect_uris: [...client.redirectUris],
      post_logout_redirect_uris: [
        ...(client.postLogoutRedirectUris ?? new Set(client.redirectUris.map((uri) => `${new URL(uri).origin}/`))),
      ],
      token_endpoint_auth_method: 'none',
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      application_type: 'web',
    })),
    clientBasedCORS: (_ctx, origin) => origins.has(origin),
    scopes,
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    // Name and address in the ID token, so that a client needs no second request.
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) => {
      const person = people.find(sub);
      return person && { accountId: sub, claims: () => ({ ...person, email_verified: true }) };
    },
    extraTokenClaims: (_ctx, token) => {
      const person = 'accountId' in token ? people.find(token.accountId as string) : undefined;
      return person && { name: person.name, email: person.email };
    },
    pkce: { required: () => true },
    issueRefreshToken: async () => true,
    ttl: {
      AccessToken: hour,
      IdToken: hour,
      Interaction: hour,
      RefreshToken: 14 * day,
      Session: 14 * day,
      Grant: 14 * day,
    },
    interactions: { url: (_ctx, interaction) => `${interactionPath}/${interaction.uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      const grant = new provider.Grant({ clientId: client!.clientId, accountId: session!.accountId });
      grant.addOIDCScope(scope);
      grant.addResourceScope(resource, scope);
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: hour,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          ctx.body = pageFrame(
            '退出 Sign out',
            `<h1>退出登录 Sign out</h1>${form}
            <p><button class="primary" autofocus type="submit" form="op.logoutForm" value="yes" name="logout">退出 Sign out</button></p>`,
          );
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = pageFrame('已退出 Signed out', '<h1>已退出登录 You are signed out</h1>');
        },
      },
    },
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = pageFrame(
        '无法登录 Sign-in failed',
        `<h1>无法登录 Sign-in failed</h1><p class="refusal">${escape(out.error)}: ${escape(out.error_description ?? '')}</p>
        <p>请返回申报平台重新登录。 <span class="en">Go back to the portal and sign in again.</span></p>`,
      );
    },
  };
}
