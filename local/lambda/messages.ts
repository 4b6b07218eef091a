/** What a sandbox is told: one invocation. */
export interface Invocation {
  readonly requestId: string;
  /** The event as JSON. */
  readonly event: string;
  /** Real time at which the invocation is cut off. */
  readonly deadline: number;
  /** The award clock's offset, as functions read it from their environment. */
  readonly clockOffset: number;
}

/** What a sandbox answers. */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly requestId: string; readonly result: string }
  | { readonly kind: 'error'; readonly requestId?: string; readonly errorType: string; readonly message: string };

/** What a sandbox is started with. */
export interface SandboxData {
  /** file: URL of the bundle. */
  readonly file: string;
  readonly exportName: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  readonly logGroup: string;
}
