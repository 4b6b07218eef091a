import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { parseClockExpression } from './clock-expression.ts';
import { ClockCannotGoBack, type MovableClock } from './clock.ts';

/** Answers a request if it is one of its own. */
export type Handles = (request: IncomingMessage, response: ServerResponse) => boolean;

const move = z.union([z.strictObject({ by: z.string() }), z.strictObject({ to: z.string() })]);

/** `GET /local/clock`, `POST /local/clock`, `POST /local/settle`: what the local cloud can do and AWS cannot. */
export function controlRoutes(clock: MovableClock): Handles {
  const shown = () => ({ now: new Date(clock.now()).toISOString(), offsetMs: clock.offset() });
  const routes: Readonly<Record<string, (request: IncomingMessage) => Promise<object>>> = {
    'GET /local/clock': async () => shown(),
    'POST /local/clock': async (request) => {
      const asked = move.parse(JSON.parse(await textOf(request)));
      const { from, steps } = await clock.moveTo(
        parseClockExpression('by' in asked ? asked.by : asked.to, clock.now()),
      );
      return { ...shown(), from: new Date(from).toISOString(), steps };
    },
    'POST /local/settle': async () => {
      await clock.settle();
      return shown();
    },
  };
  return (request, response) => {
    const route = routes[`${request.method} ${(request.url ?? '').split('?')[0]}`];
    if (!route) return false;
    // A page of another origin could send these without asking; a browser always names the origin of a POST.
    if (request.headers.origin !== undefined && request.headers.origin !== `http://${request.headers.host}`) {
      request.resume();
      send(response, 403, { message: 'Only the pages of this local cloud may move its clock' });
      return true;
    }
    route(request).then(
      (answer) => send(response, 200, answer),
      (error: unknown) => send(response, statusOf(error), { message: messageOf(error) }),
    );
    return true;
  };
}

const statusOf = (error: unknown): number => {
  if (error instanceof ClockCannotGoBack) return 409;
  return error instanceof Error && error.message.startsWith('Still') ? 504 : 400;
};
const messageOf = (error: unknown): string => {
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return 'Send {"by":"+30d"} or {"to":"2027-03-31T00:00+08:00"}';
  return error instanceof Error ? error.message : String(error);
};

/** Sends JSON that nobody may keep. */
export function send(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${JSON.stringify(value, null, 2)}\n`);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    if (text.length + chunk.length > 10_000) throw new SyntaxError('too long');
    text += chunk;
  }
  return text;
}
