import { caseRoutes } from './case-routes.ts';
import { objectorRoutes } from './objector-routes.ts';

/** Objections to public notices: what the public may do, and what the office does with it. */
export const objectionRoutes = { ...objectorRoutes, ...caseRoutes } as const;
