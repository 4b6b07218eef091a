import type { refusalProposal, Suspension } from './suspension.ts';
import type * as z from 'zod';

/** What a case may be held up by. */
interface Suspendable {
  readonly suspensions?: readonly Suspension[] | undefined;
  readonly refusalProposal?: z.infer<typeof refusalProposal> | undefined;
}

/** The suspension that stands, or undefined. */
export const standingSuspension = ({ suspensions }: Suspendable): Suspension | undefined =>
  suspensions?.find((s) => !s.lifted);

/**
 * Whether the case is held up: by a late fact that excludes (D7), or by a refusal that one officer proposed and another
 * has not decided. No list, notice, vote or decision carries it on; time that runs meanwhile runs.
 */
export const isSuspended = (of: Suspendable): boolean => !!standingSuspension(of) || !!of.refusalProposal;
