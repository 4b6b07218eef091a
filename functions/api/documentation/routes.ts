/** The description of this API. */
export const documentationRoutes = {} as const;
