import { officeNoticeRoutes } from './office-routes.ts';
import { publicNoticeRoutes } from './public-routes.ts';

/** Public notices: the office has them put together and corrected, the public reads them. */
export const noticeRoutes = { ...officeNoticeRoutes, ...publicNoticeRoutes } as const;
