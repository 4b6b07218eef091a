/** Cycles: preparation and announcement. */
export const cycleRoutes = {} as const;
