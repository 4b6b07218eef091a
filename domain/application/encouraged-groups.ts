/** The groups that the regulation encourages to apply (A12); an applicant may belong to several. */
export const encouragedGroups = [
  'benchmarkInstitution',
  'privateEnterprise',
  'socialOrganisation',
  'growingSmallOrMedium',
] as const;
