import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './inventory.ts';

/** Whoever imports this prints papers, and needs the typeface beside it. */
export const typefaceSource = 'functions/gateways/papers/typefaces.ts';

const typeface = join(root, 'node_modules/@fontsource/noto-sans-sc');
const colours = join(root, 'node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc');

/** The large part in two weights; of the small ones, a hundred of them, the regular weight will do. */
const isUsed = (file: string) =>
  /^noto-sans-sc-(\d+|latin|latin-ext|cyrillic|vietnamese)-400-normal\.woff$/.test(file) ||
  /^noto-sans-sc-chinese-simplified-(400|700)-normal\.woff$/.test(file);

/** Lays the typeface beside a function, with its licence, and the colour profile that an archived PDF carries. */
export function layOutTypeface(folder: string): void {
  const fonts = join(folder, 'fonts');
  mkdirSync(fonts, { recursive: true });
  for (const file of readdirSync(join(typeface, 'files')).filter(isUsed))
    copyFileSync(join(typeface, 'files', file), join(fonts, file));
  for (const file of ['LICENSE', 'unicode.json']) copyFileSync(join(typeface, file), join(fonts, file));
  mkdirSync(join(folder, 'data'), { recursive: true });
  copyFileSync(colours, join(folder, 'data', 'sRGB_IEC61966_2_1.icc'));
}
