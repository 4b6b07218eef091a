import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RouteName } from '#functions/api/routes';
import { routes } from '#functions/api/routes';

/** The project's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A route's file, under functions/api, from its name: `handInReview` of idea `review`. */
const handlerOf = (name: RouteName): string =>
  `functions/api/${routes[name].idea}/${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.ts`;

const names = Object.keys(routes) as RouteName[];
const isWritten = (name: RouteName) => existsSync(root + handlerOf(name));

/** Routes whose handler does not exist: they are neither bundled nor deployed. */
export const unwrittenRoutes = names.filter((name) => !isWritten(name));

/** The routes that deploy. */
export const servedRoutes = names.filter(isWritten).map((name) => {
  const { method, path, idea, who } = routes[name];
  return { name, method, path: `/api${path}`, idea, isPublic: who === 'public', file: handlerOf(name) };
});

/** The ideas of the API: one function each, its routes share a role and stay warm together. */
export const ideas = [...new Set(servedRoutes.map(({ idea }) => idea))];

/** Whether the idea's function changes anything. */
export const changesRecords = (idea: string): boolean =>
  servedRoutes.some((route) => route.idea === idea && route.method !== 'GET');

const filesIn = (folder: string): string[] =>
  existsSync(root + folder)
    ? readdirSync(root + folder)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => file.slice(0, -'.ts'.length))
    : [];

/** The steps of the state machines: a file each, named as the state. */
export const steps = filesIn('functions/steps');

/** The consumers of streams, schedules and bucket events: a file each. */
export const events = filesIn('functions/events');
