/* Marks that turn the direction of what follows, or that nobody sees: a text must read as it is written. */
const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu;

/** A text without markup and without signs that nobody sees; line breaks stay, no more than one empty line at a time. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .split('\n')
    .map((line) => line.replace(/\t/g, ' ').replace(invisible, '').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** A text that is one line. */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/g, ' ');
