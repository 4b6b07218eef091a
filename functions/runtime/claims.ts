import { createHash } from 'node:crypto';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

/** What the token says: who, and nothing about what they may do. */
export interface Claims {
  readonly personId: string;
  readonly subject: string;
  readonly name: string;
  readonly email: string;
}

/**
 * The caller by the authorizer's verified claims, or undefined on a public route. The person's id is derived from
 * issuer and subject, so that a person is found by one read and two issuers can never mean the same person.
 */
export function claimsOf(event: APIGatewayProxyEventV2WithJWTAuthorizer): Claims | undefined {
  const claims = (event.requestContext as Partial<typeof event.requestContext>).authorizer?.jwt.claims;
  if (!claims?.sub) return undefined;
  const hash = createHash('sha256')
    .update(`${String(claims.iss)}|${String(claims.sub)}`)
    .digest('hex');
  return {
    personId: `per_${hash.slice(0, 26)}`,
    subject: String(claims.sub),
    name: String(claims.name ?? ''),
    email: String(claims.email ?? ''),
  };
}
