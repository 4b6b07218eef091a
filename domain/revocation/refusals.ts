/** Refusals about a revocation (A27). */
export const revocationRefusals = {} as const;
