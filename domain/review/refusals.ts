/** Refusals of the review by assessors: panel, sheets, defence, on-site (A17–A19). */
export const reviewRefusals = {} as const;
