/** Where the directory of a ZIP lies in the file, in bytes. */
export interface Directory {
  readonly offset: number;
  readonly size: number;
}

const endRecord = 22;
const longestComment = 65_535;
const entryHeader = 46;

/** How much of a ZIP's end is needed to find its directory. */
export const zipTail = endRecord + longestComment;

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The directory of a ZIP, found from its last bytes; undefined when it has none. */
export function directoryOf(tail: Uint8Array): Directory | undefined {
  const view = viewOf(tail);
  for (let at = tail.length - endRecord; at >= 0; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50)
      return { size: view.getUint32(at + 12, true), offset: view.getUint32(at + 16, true) };
  return undefined;
}

/** The names of a ZIP's entries, from its directory; what does not read as one ends the list. */
export function entryNames(directory: Uint8Array): string[] {
  const view = viewOf(directory);
  const names: string[] = [];
  for (let at = 0; at + entryHeader <= directory.length && view.getUint32(at, true) === 0x02014b50;) {
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(directory.subarray(at + entryHeader, at + entryHeader + length)));
    at += entryHeader + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}
