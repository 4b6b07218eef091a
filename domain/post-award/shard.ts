/** Into how many parts the duties that fall due are split, so that as many workers sweep them at once. */
export const shards = 8;

/** The part of a recipient: always the same, so that one worker has all duties of a person before it. */
export function shardOf(recipient: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < recipient.length; i += 1) hash = Math.imul(hash ^ recipient.charCodeAt(i), 0x01000193) >>> 0;
  return hash % shards;
}
