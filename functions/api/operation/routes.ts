/** The operator's queue and the audit trail. */
export const operationRoutes = {} as const;
