import type { CaseRecord } from '#domain/case';
import type { Outcome } from '#domain/record';
import type { Deps } from '#functions/runtime/deps';
import type { CaseInput } from './case-input.ts';

/** Decides about a case, whichever kind it is; undefined: there is nothing to save. */
type Decide = <R extends CaseRecord>(record: R) => Outcome<R> | undefined;
/** What is saved with the decision, in the same transaction. */
type Companions = (record: CaseRecord) => Parameters<Deps['applications']['save']>[1];

/** Loads the case, decides, saves; answers the case as it stands then. */
export async function decideCase(
  { kind, recordId }: Pick<CaseInput, 'kind' | 'recordId'>,
  deps: Deps,
  decide: Decide,
  companions: Companions = () => [],
): Promise<CaseRecord> {
  if (kind === 'application') {
    const application = await deps.applications.get(recordId);
    const outcome = decide(application);
    return outcome ? deps.applications.save(outcome, companions(application)) : application;
  }
  const revocation = await deps.revocations.get(recordId);
  const outcome = decide(revocation);
  return outcome ? deps.revocations.save(outcome, companions(revocation)) : revocation;
}
