/*
 * Where everything lies in the records (A29). Whoever writes there takes the folder from here, and every folder has its
 * class: what is in none would never be appraised.
 */

/**
 * What is offered for appraisal, its retention being over (D13): an application with all that was handed in and reported
 * on it; papers of a cycle as a whole (minutes, submissions to the government, evidence of objections, signed papers that decisions name); a winner's report
 * of a year; an inspection with what followed; a revocation case with the minutes of its committee.
 */
export const appraisedClasses = ['application', 'cyclePapers', 'annualReport', 'inspection', 'revocation'] as const;
export type AppraisedClass = (typeof appraisedClasses)[number];

/** The folders, from the programme down. */
export const folders = {
  application: (programmeId: string, cycleId: string, applicationId: string) =>
    `${programmeId}/${cycleId}/${applicationId}`,
  objections: (programmeId: string, cycleId: string) => `${programmeId}/${cycleId}/objections`,
  papers: (programmeId: string, cycleId: string) => `${programmeId}/${cycleId}/papers`,
  minutes: (programmeId: string, cycleId: string) => `${programmeId}/${cycleId}/minutes`,
  submissions: (programmeId: string, cycleId: string) => `${programmeId}/${cycleId}/submissions`,
  annualReport: (programmeId: string, dutyId: string) => `${programmeId}/annual-reports/${dutyId}`,
  inspection: (programmeId: string, inspectionId: string) => `${programmeId}/inspections/${inspectionId}`,
  revocation: (programmeId: string, revocationId: string) => `${programmeId}/revocations/${revocationId}`,
  decisions: (programmeId: string) => `${programmeId}/decisions`,
  resolutions: (programmeId: string) => `${programmeId}/resolutions`,
  disposals: (programmeId: string) => `${programmeId}/disposals`,
} as const;

/** The class of what lies in each folder: decisions, the committee's resolutions and records of disposal are never offered. */
export const classOf = {
  application: 'application',
  objections: 'cyclePapers',
  papers: 'cyclePapers',
  minutes: 'cyclePapers',
  submissions: 'cyclePapers',
  annualReport: 'annualReport',
  inspection: 'inspection',
  revocation: 'revocation',
  decisions: 'permanent',
  resolutions: 'permanent',
  disposals: 'permanent',
} as const satisfies Record<keyof typeof folders, AppraisedClass | 'permanent'>;

/** Whose files are meant: the record that an entry of a list is about. */
export interface Filed {
  readonly programmeId: string;
  readonly cycleId: string;
  readonly recordId: string;
}

/** All folders that an entry is about. */
export const foldersOf = {
  application: ({ programmeId, cycleId, recordId }) => [folders.application(programmeId, cycleId, recordId)],
  cyclePapers: ({ programmeId, cycleId }) =>
    [folders.objections, folders.papers, folders.minutes, folders.submissions].map((folder) =>
      folder(programmeId, cycleId),
    ),
  annualReport: ({ programmeId, recordId }) => [folders.annualReport(programmeId, recordId)],
  inspection: ({ programmeId, recordId }) => [folders.inspection(programmeId, recordId)],
  revocation: ({ programmeId, recordId }) => [folders.revocation(programmeId, recordId)],
} as const satisfies Record<AppraisedClass, (of: Filed) => string[]>;
