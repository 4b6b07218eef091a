import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { JwtAuthorizerModel } from '../template/model.ts';

/** What the authorizer found out: the claims as the integration sees them, or why there are none. */
export type Authorization =
  | { readonly ok: true; readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null }
  | { readonly ok: false; readonly status: 401 | 403; readonly description: string };

/** Verifies bearer tokens on the machine's clock, against keys found through the issuer's discovery document. */
export type Authorize = (
  authorizer: JwtAuthorizerModel,
  header: string | undefined,
  scopes: readonly string[],
) => Promise<Authorization>;

/** API Gateway's JWT authorizer. */
export function createAuthorize(): Authorize {
  const keys = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysOf = (issuer: string) => {
    const known = keys.get(issuer) ?? discover(issuer);
    keys.set(issuer, known);
    // A sign-in server that was not up yet is asked again.
    known.catch(() => keys.delete(issuer));
    return known;
  };
  return async ({ issuer, audience }, header, scopes) => {
    const token = (header ?? '').replace(/^Bearer /i, '');
    if (token === '') return { ok: false, status: 401, description: '' };
    try {
      const { payload } = await jwtVerify(token, await keysOf(issuer), {
        issuer,
        algorithms: ['RS256', 'RS384', 'RS512'],
        requiredClaims: ['exp'],
      });
      if (!isFor(payload, audience))
        return { ok: false, status: 401, description: 'the token does not have a valid audience' };
      const granted = scopesIn(payload);
      if (scopes.length > 0 && !scopes.some((scope) => granted.includes(scope))) {
        return { ok: false, status: 403, description: 'insufficient scope' };
      }
      return { ok: true, claims: asText(payload), scopes: scopes.length > 0 ? granted : null };
    } catch (error) {
      return { ok: false, status: 401, description: error instanceof Error ? error.message : 'the token is not valid' };
    }
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const { jwks_uri } = (await answer.json()) as { jwks_uri: string };
  return createRemoteJWKSet(new URL(jwks_uri));
}

/** `client_id` counts only in a token without `aud`. */
function isFor(payload: JWTPayload, audience: readonly string[]): boolean {
  const named = payload.aud === undefined ? [String(payload['client_id'])] : [payload.aud].flat();
  return named.some((one) => audience.includes(one));
}

const scopesIn = (payload: JWTPayload): string[] => {
  const scope = payload['scope'] ?? payload['scp'] ?? '';
  return Array.isArray(scope) ? scope.map(String) : String(scope).split(' ').filter(Boolean);
};

/** API Gateway hands every claim on as text; a list becomes `[a b]`. */
const asText = (payload: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );
