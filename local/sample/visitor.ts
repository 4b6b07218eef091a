import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { RouteName } from '#functions/api/routes';
import { routes } from '#functions/api/routes';
import type { Route } from '#functions/api/route';
import { signInAs } from '../sign-in/sign-in-as.ts';

/** Where a cloud is and how one signs in there. */
export interface Place {
  readonly url: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly audience: string;
  readonly redirectUri: string;
  /** What a visitor does whose connection breaks; without it they give up. */
  readonly patience?: Patience;
}

/** Does something, and does it again when the connection broke before the answer came. */
export type Patience = <T>(act: () => Promise<T>) => Promise<T>;

/** Does something once. */
export const patienceOf = ({ patience }: Pick<Place, 'patience'>): Patience => patience ?? ((act) => act());

/** What a call can carry. */
export interface Carried {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
}

/** What came back, whatever it was. */
export interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown> & { code?: string; message?: { zh: string; en: string } };
}

/** A call that was not answered as its route says. */
export class Surprise extends Error {
  readonly answered: Answered;
  constructor(name: string, answered: Answered) {
    super(`${name}: ${answered.status} ${JSON.stringify(answered.body).slice(0, 2000)}`);
    this.answered = answered;
  }
}

type AnswerOf<N extends RouteName> = z.infer<(typeof routes)[N]['answer']>;

/** Someone who uses the API by HTTP, signed in or not, as any client would. */
export interface Visitor {
  readonly sub: string;
  /** Calls a route by its name and gives back what its schema says. Throws `Surprise` for any other status. */
  call<N extends RouteName>(name: N, carried?: Carried): Promise<AnswerOf<N>>;
  /** Calls a route and gives back whatever came. */
  attempt(name: RouteName, carried?: Carried): Promise<Answered>;
  /** How they do what is not a route: an upload. */
  readonly patiently: Patience;
}

const addressOf = (place: Place, route: Route, { params = {}, query = {} }: Carried) => {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')));
  const url = new URL(`/api${path}`, place.url);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url;
};

/** A visitor without or with a token. */
export function visitor(place: Place, sub: string, accessToken?: string): Visitor {
  const patiently = patienceOf(place);
  const once = async (name: RouteName, carried: Carried): Promise<Answered> => {
    const route: Route = routes[name];
    const response = await fetch(addressOf(place, route, carried), {
      method: route.method,
      headers: {
        ...(accessToken && { authorization: `Bearer ${accessToken}` }),
        ...(carried.idempotencyKey && { 'idempotency-key': carried.idempotencyKey }),
        ...(carried.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(carried.body !== undefined && { body: JSON.stringify(carried.body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? (JSON.parse(text) as Answered['body']) : { text } };
  };
  const attempt = (name: RouteName, carried: Carried = {}): Promise<Answered> => {
    // Whoever may have to repeat a request marks it, so that it is not carried out twice.
    const marked = place.patience && routes[name].method !== 'GET' ? { idempotencyKey: randomUUID() } : {};
    const sent = { ...marked, ...carried };
    return patiently(() => once(name, sent));
  };
  return {
    sub,
    patiently,
    attempt,
    async call<N extends RouteName>(name: N, carried: Carried = {}) {
      const answered = await attempt(name, carried);
      const route: Route = routes[name];
      if (answered.status !== (route.status ?? 200)) throw new Surprise(`${sub} → ${name}`, answered);
      return route.answer.parse(answered.body) as AnswerOf<N>;
    },
  };
}

/** Signs in as a sample person by the real way (code and PKCE) and gives back the visitor. */
export const signedIn = async (place: Place, sub: string): Promise<Visitor> => {
  const { accessToken } = await patienceOf(place)(() => signInAs({ ...place, sub }));
  return visitor(place, sub, accessToken);
};
