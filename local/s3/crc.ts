type Word = Uint32Array;
type EightPlaces = readonly [Word, Word, Word, Word, Word, Word, Word, Word];
/** For a byte at each of eight places its CRC, in halves of 32 bits. */
type Tables = { readonly low: EightPlaces; readonly high: EightPlaces };

function tablesOf(polynomial: bigint): Tables {
  const first = Array.from({ length: 256 }, (_, byte) => {
    let crc = BigInt(byte);
    for (let bit = 0; bit < 8; bit++) crc = crc & 1n ? (crc >> 1n) ^ polynomial : crc >> 1n;
    return crc;
  });
  const places = [first];
  for (let place = 1; place < 8; place++) {
    const before = places[place - 1] as bigint[];
    places.push(before.map((crc) => (crc >> 8n) ^ (first[Number(crc & 0xffn)] as bigint)));
  }
  const half = (shift: bigint) =>
    places.map((place) => Uint32Array.from(place, (crc) => Number((crc >> shift) & 0xffffffffn)));
  return { low: half(0n) as unknown as EightPlaces, high: half(32n) as unknown as EightPlaces };
}

/**
 * A reflected CRC of 32 or 64 bits, eight bytes a step. It is kept as two 32-bit halves because BigInt would be fifty
 * times slower; a CRC of 32 bits lives in the low half.
 */
class Crc {
  readonly #tables: Tables;
  readonly #bytes: 4 | 8;
  #low = 0xffffffff;
  #high: number;

  constructor(tables: Tables, bytes: 4 | 8) {
    this.#tables = tables;
    this.#bytes = bytes;
    this.#high = bytes === 8 ? 0xffffffff : 0;
  }

  update(data: Uint8Array): void {
    const [l0, l1, l2, l3, l4, l5, l6, l7] = this.#tables.low;
    const [h0, h1, h2, h3, h4, h5, h6, h7] = this.#tables.high;
    let low = this.#low;
    let high = this.#high;
    let at = 0;
    const of = (table: Word, index: number) => table[index & 0xff] as number;
    const byte = (index: number) => data[index] as number;
    for (; at + 8 <= data.length; at += 8) {
      low ^= byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24);
      high ^= byte(at + 4) | (byte(at + 5) << 8) | (byte(at + 6) << 16) | (byte(at + 7) << 24);
      const nextLow =
        of(l7, low) ^
        of(l6, low >>> 8) ^
        of(l5, low >>> 16) ^
        of(l4, low >>> 24) ^
        of(l3, high) ^
        of(l2, high >>> 8) ^
        of(l1, high >>> 16) ^
        of(l0, high >>> 24);
      high =
        of(h7, low) ^
        of(h6, low >>> 8) ^
        of(h5, low >>> 16) ^
        of(h4, low >>> 24) ^
        of(h3, high) ^
        of(h2, high >>> 8) ^
        of(h1, high >>> 16) ^
        of(h0, high >>> 24);
      low = nextLow;
    }
    for (; at < data.length; at++) {
      const index = (low ^ byte(at)) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ of(l0, index);
      high = (high >>> 8) ^ of(h0, index);
    }
    this.#low = low;
    this.#high = high;
  }

  /** Big-endian, as S3 writes checksums. */
  digest(): Buffer {
    const buffer = Buffer.alloc(8);
    buffer.writeUInt32BE(~this.#high >>> 0, 0);
    buffer.writeUInt32BE(~this.#low >>> 0, 4);
    return buffer.subarray(8 - this.#bytes);
  }
}

const castagnoli = tablesOf(0x82f63b78n);
const nvme = tablesOf(0x9a6c9329ac4bc9b5n);

export const crc32c = () => new Crc(castagnoli, 4);
export const crc64nvme = () => new Crc(nvme, 8);
