import type { ServerResponse } from 'node:http';
import type { Cloud } from '../cloud.ts';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** A mail is shown as it was written, with styles of its own. */
  readonly ownStyles?: boolean;
}

/** Sends what is served from here alone: nothing loads from elsewhere, no script runs that is not ours. */
export function sendAnswer(
  response: ServerResponse,
  { status, contentType, body, ownStyles = false }: Answer,
  { issuer }: Pick<Cloud, 'issuer'>,
): void {
  response.writeHead(status, {
    'content-type': contentType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self'${ownStyles ? " 'unsafe-inline'" : ''}`,
      "img-src 'self' data:",
      `connect-src 'self' ${issuer}`,
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
  });
  response.end(body);
}

export function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location, 'cache-control': 'no-store' }).end();
}
