/** Refusals of the plenary meeting and its ballot (A21). */
export const voteRefusals = {} as const;
