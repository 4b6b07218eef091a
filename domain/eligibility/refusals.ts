/** Refusals of the eligibility review (A12–A16). */
export const eligibilityRefusals = {} as const;
