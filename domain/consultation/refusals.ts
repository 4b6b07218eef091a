/** Refusals of a consultation (A16). */
export const consultationRefusals = {} as const;
