/** Refusals about the government decision and certificates (A22, A25). */
export const approvalRefusals = {} as const;
