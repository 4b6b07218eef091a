import { caseStates } from './case-states.ts';
import type { BuildStates } from './machine.ts';

/**
 * One execution per revocation case (A27): investigation, hearing, committee, government, recovery; no step can be
 * skipped. Input: `{ recordId, resumeFrom? }`.
 */
export const revocation: BuildStates = (scope, functionOf) => caseStates(scope, 'revocation', functionOf);
