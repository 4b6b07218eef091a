import type { HttpService } from './contracts.ts';
import { controlRoutes, send, type Handles } from './control.ts';
import type { MovableClock } from './clock.ts';

/** What the first port serves: the local cloud's own pages, mostly under /local/, and the template's API everywhere else. */
export function frontDoor(clock: MovableClock, pages: readonly Handles[], api: HttpService | undefined): HttpService {
  const own = [controlRoutes(clock), ...pages];
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (own.some((handles) => handles(request, response))) return;
    if (api && path !== '/local' && !path.startsWith('/local/')) return api(request, response);
    request.resume();
    send(response, 404, { message: 'Not Found' });
  };
}
