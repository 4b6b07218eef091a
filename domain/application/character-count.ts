/** Chinese, Japanese and Korean writing with its punctuation and the full-width forms: each a 字 of its own. */
const wide = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]`;

/** Marks that Chinese and Latin writing share; between two Latin letters they belong to the word (it’s). */
const shared = String.raw`(?<![\p{Script=Latin}\p{N}])[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7]|[\u2014\u2018\u2019\u201c\u201d\u2026\u00b7](?![\p{Script=Latin}\p{N}])`;

const aCharacter = new RegExp(`${shared}|${wide}`, 'gu');

/**
 * The length of a text in 字, as Word's 字数 counts it: every Chinese character and every Chinese punctuation mark is
 * one, and so is every run of anything else without a space in it (a word, a number, `GB/T`). White space is none.
 */
export function characterCount(text: string): number {
  const characters = text.match(aCharacter)?.length ?? 0;
  const runs = text.replace(aCharacter, ' ').match(/[^\s\u3000]+/gu)?.length ?? 0;
  return characters - (text.match(/\u3000/g)?.length ?? 0) + runs;
}
