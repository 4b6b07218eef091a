/** Refusals about shortlists and the recommended list (A17, A20). */
export const rankingRefusals = {} as const;
