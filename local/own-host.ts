import type { HttpService } from './contracts.ts';

/**
 * Lets only requests through that were addressed to this machine by name. A web page elsewhere can make its own name
 * point to 127.0.0.1 and read what it finds there; the Host header gives it away.
 */
export function onlyOwnHost(inner: HttpService): HttpService {
  return (request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (host === '127.0.0.1' || host === 'localhost') return inner(request, response);
    request.resume();
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('This is a local cloud: address it as 127.0.0.1 or localhost.\n');
  };
}
