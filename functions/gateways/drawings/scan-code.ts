import { create } from 'qrcode';
import type { ScanCode } from '#domain/award-mark/certificate';

/** A QR code that still reads when a quarter of it is stained. */
export function scanCode(text: string): ScanCode {
  const { modules } = create(text, { errorCorrectionLevel: 'Q' });
  return { size: modules.size, isDark: (row, column) => modules.get(row, column) === 1 };
}
