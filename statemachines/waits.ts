import type { waitingStages } from '#domain/lifecycle';

/** The kinds of cases that have a lifecycle and a machine. */
export type CaseKind = Parameters<typeof waitingStages>[0];

/** After how many days of waiting the machine escalates: never before the duty of the stage is overdue. */
const usualPatience = 30;
const longerPatience: Readonly<Record<string, number>> = {
  MaterialReview: 45,
  OnSiteReview: 45,
  GovernmentApproval: 60,
  Investigation: 60,
  GovernmentRevocation: 60,
};

/** Days until the wait of a stage runs out. */
export const patienceOf = (stage: string): number => longerPatience[stage] ?? usualPatience;

/** Whether the stage is a public notice (A16, A21): when published it ends at a known time, without a person acting. */
export const isNotice = (stage: string): boolean => stage.endsWith('Notice');
