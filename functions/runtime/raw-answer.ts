/** An answer that is not JSON. */
export interface RawAnswer {
  readonly contentType: string;
  readonly body: string;
  readonly base64?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
}
