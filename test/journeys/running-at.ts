import type { Place } from '#local/sample/visitor';

/** A local cloud that runs in another process, by the first of its ports. */
export const runningAt = (port: number): Place => ({
  url: `http://127.0.0.1:${port}`,
  issuer: `http://127.0.0.1:${port + 3}`,
  clientId: 'portal',
  audience: 'quality-award',
  redirectUri: `http://127.0.0.1:${port}/`,
});
