/** A sentence in both languages. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Until when an announced cycle's setting can still be changed by an amendment. */
export const amendable = ['beforeOpening', 'beforeClosing', 'always'] as const;
export type Amendable = (typeof amendable)[number];

/** A question that the regulation leaves open, as an administrator reads it. */
export interface Setting {
  /** `D5`, or the article that the setting spells out. */
  readonly code: `D${number}` | `A${number}`;
  readonly article: `A${number}`;
  readonly question: Sentence;
  /** Why the default is what it is. */
  readonly reason: Sentence;
  readonly options: readonly Sentence[];
  readonly amendable: Amendable;
}
