/** Someone who can be chosen on the sign-in page. What they may do is no matter of signing in: the award keeps it. */
export interface SamplePerson {
  readonly sub: string;
  readonly name: string;
  readonly nameEn: string;
  readonly email: string;
  /** What they are in the sample cycle, in Chinese and in English. */
  readonly role: string;
  readonly roleEn: string;
  /** The heading under which they stand. */
  readonly group: string;
}

/** Someone who registered on the sign-in page. */
export interface Visitor {
  readonly sub: string;
  readonly name: string;
  readonly email: string;
}
