import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fileOf } from '#functions/api/route';
import type { RouteName } from '#functions/api/routes';
import { routes } from '#functions/api/routes';

/** The project's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** The API's routes as infra needs them, with each one's handler. */
export const servedRoutes = (Object.keys(routes) as RouteName[]).map((name) => {
  const { method, path, idea, who } = routes[name];
  const file = `functions/api/${idea}/${fileOf(name)}.ts`;
  return { method, path: `/api${path}`, idea, isPublic: who === 'public', file };
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
