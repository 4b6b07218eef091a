/** What a state ends with when it fails: the name that Retry and Catch compare, and the cause that history shows. */
export class StateError extends Error {
  readonly error: string;
  override readonly cause: string | undefined;
  constructor(error: string, cause?: string) {
    super(cause === undefined ? error : `${error}: ${cause}`);
    this.error = error;
    this.cause = cause;
  }
}

/** A defect of the engine itself must end one execution, never the process. */
export function asStateError(thrown: unknown): StateError {
  if (thrown instanceof StateError) return thrown;
  return new StateError('States.Runtime', thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown));
}
