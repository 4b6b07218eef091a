import type { StreamRecord } from '../contracts.ts';

/** How a mapping treats a batch that fails. */
export interface BatchPolicy {
  readonly bisect: boolean;
  /** -1 means until too old. */
  readonly retries: number;
  /** Real seconds; -1 means never too old. */
  readonly maximumAgeSeconds: number;
  readonly reportsItemFailures: boolean;
}

/** What delivering needs from outside. */
export interface BatchDelivery {
  invoke(records: readonly StreamRecord[]): Promise<unknown>;
  /** Called in the order of the stream whenever records are behind us: handled, or given up. */
  passed(records: readonly StreamRecord[]): void;
  giveUp(records: readonly StreamRecord[], error: unknown, attempts: number): void;
  /** A real pause before attempt number `attempt` (1 is the first retry); false when delivery must stop. */
  pause(attempt: number): Promise<boolean>;
}

/**
 * Delivers records in order: a failed batch is tried again, halved if the mapping says so, and given up at last.
 * Returns false when it was stopped; what was not passed is then delivered again by the next process.
 */
export async function deliverBatch(
  records: readonly StreamRecord[],
  policy: BatchPolicy,
  delivery: BatchDelivery,
): Promise<boolean> {
  const firstTry = Date.now();
  let rest = records;
  for (let attempts = 1; rest.length > 0; attempts += 1) {
    let failure: unknown;
    try {
      const failedFrom = firstFailed(rest, await delivery.invoke(rest), policy.reportsItemFailures);
      const handled = rest.slice(0, failedFrom);
      if (handled.length > 0) delivery.passed(handled);
      rest = rest.slice(failedFrom);
      if (rest.length === 0) return true;
      failure = new Error('The function reported failed records');
    } catch (error) {
      failure = error;
    }
    // Halving is not counted as a retry: it finds the record that fails, and its neighbours go through.
    if (policy.bisect && rest.length > 1) return deliverHalves(rest, policy, delivery);
    const tooOld = policy.maximumAgeSeconds >= 0 && Date.now() - firstTry > policy.maximumAgeSeconds * 1000;
    if (tooOld || (policy.retries >= 0 && attempts > policy.retries)) {
      delivery.giveUp(rest, failure, attempts);
      delivery.passed(rest);
      return true;
    }
    if (!(await delivery.pause(attempts))) return false;
  }
  return true;
}

async function deliverHalves(
  records: readonly StreamRecord[],
  policy: BatchPolicy,
  delivery: BatchDelivery,
): Promise<boolean> {
  if (!(await delivery.pause(1))) return false;
  const middle = Math.ceil(records.length / 2);
  return (
    (await deliverBatch(records.slice(0, middle), policy, delivery)) &&
    (await deliverBatch(records.slice(middle), policy, delivery))
  );
}

/** The index of the first record that the function says it could not handle; all after it come again. */
function firstFailed(records: readonly StreamRecord[], result: unknown, reports: boolean): number {
  if (!reports) return records.length;
  const failures = (result as { batchItemFailures?: { itemIdentifier?: string }[] } | null)?.batchItemFailures ?? [];
  if (failures.length === 0) return records.length;
  const indexes = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  // An identifier that is not of this batch fails the whole batch, as Lambda has it.
  return Math.max(0, Math.min(...indexes));
}
