import type { RefusalCode } from './refusals.ts';

/**
 * What the process forbids. The runtime renders it once: status from the code's kind, sentences in Chinese and
 * English from the catalogue in `refusals.ts`; the attempt goes into the audit trail.
 */
export class Refused extends Error {
  readonly code: RefusalCode;
  /** The article the refusal rests on, `A12`, when it differs from the catalogue's. */
  readonly article: string | undefined;
  /** Facts for the caller: the field, the due time, the actions that are possible. Never personal data of others. */
  readonly detail: Readonly<Record<string, unknown>>;
  constructor(code: RefusalCode, detail: Record<string, unknown> = {}, article?: string) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.article = article;
    this.detail = detail;
  }
}

/** Throws `Refused` unless the claim holds. */
export function refuseUnless(
  claim: boolean,
  code: RefusalCode,
  detail: Record<string, unknown> = {},
  article?: string,
): asserts claim {
  if (!claim) throw new Refused(code, detail, article);
}
