/** Refusals about a file. */
export const documentRefusals = {} as const;
