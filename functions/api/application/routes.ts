/** Applications: draft, form, submission, eligibility review, correction, recommendation, withdrawal, refusal. */
export const applicationRoutes = {} as const;
