/** Revocation cases. */
export const revocationRoutes = {} as const;
