import { isSuspended } from '../suspension/is-suspended.ts';
import type { Application } from './application.ts';

/**
 * Whether something was held against a withdrawn application that nobody had resolved: a late fact, a proposed refusal, or
 * a department's objection. To apply again would wash it off, so its applicant keeps the one application of the cycle (A13).
 */
export const isUnresolved = (of: Application): boolean =>
  isSuspended(of) ||
  (of.ended?.stage === 'Consultation' && of.consultations.some((c) => c.answer?.verdict === 'objection'));
