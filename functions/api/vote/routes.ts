/** The plenary meeting and its secret ballot. */
export const voteRoutes = {} as const;
