/** Consultation of departments. */
export const consultationRoutes = {} as const;
