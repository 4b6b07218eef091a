import { createHash } from 'node:crypto';

/** A file to hand in. */
export interface Pdf {
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/**
 * A real PDF of about so many bytes: one page with a title, and a stream of noise that a reader ignores. `seed` makes
 * files differ.
 */
export function makePdf(name: string, size: number, seed: number): Pdf {
  const noise = Buffer.alloc(size);
  for (let i = 0, x = seed * 2654435761 + 1; i < size; i += 4) {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    noise.writeUInt32LE(x, Math.min(i, size - 4));
  }
  const text = `BT /F1 24 Tf 72 720 Td (Quality Award ${seed}) Tj ET`;
  const objects = [
    Buffer.from('<< /Type /Catalog /Pages 2 0 R >>'),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from(
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    ),
    Buffer.from(`<< /Length ${text.length} >>\nstream\n${text}\nendstream`),
    Buffer.from('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
    Buffer.concat([Buffer.from(`<< /Length ${size} >>\nstream\n`), noise, Buffer.from('\nendstream')]),
  ];
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const entries = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  const bytes = Buffer.concat(parts);
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
