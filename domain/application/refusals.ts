/** Refusals about an application. */
export const applicationRefusals = {} as const;
