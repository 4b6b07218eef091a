/** Annual reports and inspections. */
export const postAwardRoutes = {} as const;
