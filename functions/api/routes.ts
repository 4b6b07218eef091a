import { peopleRoutes } from './people/routes.ts';
import { programmeRoutes } from './programme/routes.ts';
import type { Route } from './route.ts';

/**
 * The one route table. Infra makes the API from it, the local cloud runs it, the OpenAPI description and the portal's
 * client are written from it; a route's name is its handler's file (`functions/api/<idea>/<name-in-kebab-case>.ts`).
 */
export const routes = {
  ...peopleRoutes,
  ...programmeRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
