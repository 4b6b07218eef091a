import { conflictRoutes } from './conflict-routes.ts';
import { defenceRoutes } from './defence-routes.ts';
import { onSiteRoutes } from './on-site-routes.ts';
import { panelRoutes } from './panel-routes.ts';
import { sheetRoutes } from './sheet-routes.ts';

/** Panels, review sheets, defence, on-site review. */
export const reviewRoutes = {
  ...conflictRoutes,
  ...panelRoutes,
  ...sheetRoutes,
  ...defenceRoutes,
  ...onSiteRoutes,
} as const;
