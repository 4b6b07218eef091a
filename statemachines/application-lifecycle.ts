import { caseStates } from './case-states.ts';
import type { BuildStates } from './machine.ts';

/**
 * One execution per application, from submission to award or end (A15–A22). Input: `{ recordId, resumeFrom? }`.
 * Named by the record, so that a case cannot run twice.
 */
export const applicationLifecycle: BuildStates = (scope, functionOf) => caseStates(scope, 'application', functionOf);
