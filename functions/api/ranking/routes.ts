/** Shortlist and recommended list. */
export const rankingRoutes = {} as const;
