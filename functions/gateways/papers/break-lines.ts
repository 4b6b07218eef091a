/** What may not begin a line, and what may not end one. */
const closing = /^[，。、；：？！）》」』】〕”’…—·%,.;:?!)\]}]+$/u;
const opening = /^[（《「『【〔“‘([{]+$/u;

/** A Latin word or number holds together; every Chinese character stands by itself. */
const pieces = (text: string): string[] => text.match(/[\u0021-\u007e\u00a1-\u024f]+|\s+|./gu) ?? [];

/** The parts between which a line may be broken: punctuation stays with what it belongs to. */
function units(text: string): string[] {
  const found: string[] = [];
  let pending = '';
  for (const piece of pieces(text)) {
    const last = found.length - 1;
    if (opening.test(piece)) pending += piece;
    else if (closing.test(piece) && !pending && last >= 0 && found[last]?.trim()) found[last] += piece;
    else {
      found.push(pending + piece);
      pending = '';
    }
  }
  return pending ? [...found, pending] : found;
}

/** Breaks a paragraph into lines no wider than `width`; what has no room in a line of its own is cut where it must be. */
export function breakLines(text: string, width: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  const put = (part: string) => {
    if (line && widthOf(line + part.trimEnd()) > width) {
      lines.push(line.trimEnd());
      line = part.trimStart();
    } else line += part;
  };
  for (const unit of units(text)) {
    if (widthOf(unit) <= width) put(unit);
    else for (const character of unit) put(character);
  }
  return [...lines, line.trimEnd()];
}
