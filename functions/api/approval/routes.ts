/** The government decision, winners and their certificates. */
export const approvalRoutes = {} as const;
