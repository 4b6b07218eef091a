/** An answer that is not JSON. */
export interface RawAnswer {
  readonly contentType: string;
  /** The route's unless said otherwise. */
  readonly status?: 200 | 404;
  readonly body: string;
  readonly base64?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}
