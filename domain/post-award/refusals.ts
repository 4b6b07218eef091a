/** Refusals about duties after the award (A26, A28). */
export const postAwardRefusals = {} as const;
