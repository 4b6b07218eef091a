/** Panels, review sheets, defence, on-site review. */
export const reviewRoutes = {} as const;
